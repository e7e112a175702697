import "server-only";
import { z } from "zod";
import { selectIdsOfDay } from "@/db/queries/order/find-by-number";
import { findRunningOptimization } from "@/db/queries/plan/running-optimizations";
import { localDateSchema } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { removeDeliveries } from "./remove-deliveries";

const CHUNK = 500;

/**
 * Removes all deliveries of a day, or (null) of all days, whatever has become of them, with what is planned of them; some
 * hundreds at a time. Nothing is, while the optimizer is at work on one of those days: then its run's number.
 */
export async function removeAllDeliveries(
  services: ServiceContext,
  { date }: { readonly date: string | null },
): Promise<{ readonly runNumber: number | undefined }> {
  for (;;) {
    const { runNumber, ids } = await readDay(services, { date });
    if (runNumber !== undefined || ids.length === 0) return { runNumber };
    const { verdicts } = await removeDeliveries(services, { ids, isForced: true });
    // Some are planned on another day than theirs: nobody waits here until that is done.
    const busy = verdicts.find((verdict) => verdict.outcome === "optimizing");
    if (busy) return { runNumber: busy.runNumber };
  }
}

const readDay = query({
  permission: "order.write",
  input: z.object({ date: localDateSchema.nullable() }),
  run: async ({ tx, actor }, { date }) => ({
    runNumber: await findRunningOptimization(tx, actor.organizationId, date),
    ids: await selectIdsOfDay(tx, actor.organizationId, date, CHUNK),
  }),
});
