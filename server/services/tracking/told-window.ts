import "server-only";
import type { ToldRow } from "@/db/queries/tracking/customer-told";
import type { ToldWindow } from "@/server/domain/tracking/steady-window";

/** The window in a row; null where none was told. */
export function toldWindow({ windowFrom, windowTo, windowBasis, widenings }: ToldRow): ToldWindow | null {
  if (!windowFrom || !windowTo || !windowBasis) return null;
  return { fromMs: windowFrom.getTime(), toMs: windowTo.getTime(), basis: windowBasis, widenings };
}

/** The columns that keep a window. */
export function toldRow(told: ToldWindow | null) {
  return {
    windowFrom: told && new Date(told.fromMs),
    windowTo: told && new Date(told.toMs),
    windowBasis: told?.basis ?? null,
    widenings: told?.widenings ?? 0,
  };
}

/** A door of which nothing was told yet. */
export function nothingTold(organizationId: string, visitId: string, now: Date): ToldRow {
  return {
    organizationId,
    visitId,
    toldDate: null,
    ...toldRow(null),
    attempt: 1,
    delays: 0,
    delayArriveAt: null,
    notifiedState: null,
    reschedules: 0,
    endedAt: null,
    updatedAt: now,
  };
}
