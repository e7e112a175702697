import type { PositionFix } from "../store/kept";
import { dropFixes, readFixes } from "../store/kept-fixes";
import type { Answer } from "./run-api";

const FIXES_AT_ONCE = 100;

/** Sends all positions kept for a route by the way given, oldest first; true when none is left. */
export async function sendKeptFixes(
  database: IDBDatabase,
  routeId: string,
  send: (fixes: readonly PositionFix[]) => Promise<Answer<unknown>>,
): Promise<boolean> {
  for (;;) {
    const fixes = await readFixes(database, routeId, FIXES_AT_ONCE);
    if (fixes.length === 0) return true;
    const answer = await send(fixes.map(({ fix }) => fix));
    // Positions that will never be taken are let go; a server that does not know of positions may learn.
    if (answer.kind !== "ok" && (answer.kind !== "refused" || answer.status === 404)) return false;
    await dropFixes(
      database,
      fixes.map(({ id }) => id),
    );
  }
}
