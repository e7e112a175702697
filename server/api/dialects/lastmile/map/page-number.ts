import { ServiceError } from "@/server/services/kernel/service-error";

/** A cursor that is a number of the log; undefined for the first page. Refuses what no page has given out. */
export function seqOfPage(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(cursor)) return Number(cursor);
  throw new ServiceError("invalid", "This page does not exist. Start from the first.", { reason: "no-such-page" });
}

export const pageOfSeq = (nextSeq: number | null): string | null => (nextSeq === null ? null : String(nextSeq));
