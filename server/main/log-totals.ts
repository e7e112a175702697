import "server-only";
import type { Database } from "@/db/client";
import { countLogged, type LogCount } from "@/db/queries/analytics/count-metrics";

/**
 * What organizations' logs have counted since ever. A log is read whole once, then only what was added to it: its numbers
 * appear in order, without gaps. To be asked again when the answer before is there.
 */
export function createLogTotals(database: Database): () => Promise<readonly LogCount[]> {
  let totals: readonly LogCount[] = [];
  return async () => {
    const before = new Map(totals.map((total) => [total.organizationId, total]));
    const added = await countLogged(database, totals);
    totals = added.map((each) => {
      const { geocodingFailures = 0, rollOvers = 0 } = before.get(each.organizationId) ?? {};
      return {
        ...each,
        geocodingFailures: each.geocodingFailures + geocodingFailures,
        rollOvers: each.rollOvers + rollOvers,
      };
    });
    return totals;
  };
}
