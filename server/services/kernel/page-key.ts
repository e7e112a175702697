import "server-only";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/db/queries/keyset-cursor";
import { ServiceError } from "./service-error";

/** What every list ordered by its rows' ids is asked with. */
export const pageInput = { cursor: z.string().max(1000).optional(), limit: z.int().min(1).max(500).default(50) };

/** The id a page continues after; undefined for the first. Refuses a cursor that no page has given out. */
export function keyOfPage(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const key = decodeCursor(cursor)?.key;
  if (z.uuid().safeParse(key).success) return key;
  throw new ServiceError("invalid", "This page does not exist. Start from the first.", { reason: "no-such-page" });
}

/** Rows that were asked for with one more than fit, as a page and where the next one begins; null on the last. */
export function pageOf<R>(rows: readonly R[], limit: number, idOf: (row: R) => string) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    nextCursor: rows.length > limit && last ? encodeCursor({ value: null, key: idOf(last) }) : null,
  };
}
