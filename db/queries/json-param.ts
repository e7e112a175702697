import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

const UNSTORABLE = /[\0\ud800-\udfff]/;

/** A value as one jsonb parameter. Postgres stores neither NUL nor half a surrogate pair: they are dropped, or replaced. */
export function jsonParam(value: unknown): SQL {
  return sql`${JSON.stringify(value, storable)}::jsonb`;
}

function storable(_key: string, value: unknown): unknown {
  if (typeof value !== "string" || !UNSTORABLE.test(value)) return value;
  return value.replaceAll("\0", "").toWellFormed();
}

/** Ids as one uuid[] parameter. */
export function idArray(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}

/** True of rows whose id is among these. Unlike a list written out, one text for any number: it stays planned. */
export function isAmong(column: PgColumn, ids: readonly string[]): SQL {
  return sql`${column} = any(${idArray(ids)})`;
}

/** Texts as one text[] value. */
export function textArray(texts: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${jsonParam(texts)}))`;
}
