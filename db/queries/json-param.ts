import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { mayBeUnstorable, storableValue } from "@/server/domain/storable-json";

/** A value as one jsonb parameter, without what Postgres does not store. */
export function jsonParam(value: unknown): SQL {
  const json = JSON.stringify(value);
  return sql`${mayBeUnstorable(json) ? JSON.stringify(value, storableValue) : json}::jsonb`;
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
