import "server-only";
import { z } from "zod";
import { listDoorStays, listDrivenAddresses, saveLearnedService } from "@/db/queries/execution/learned-service";
import { lockRunRoute } from "@/db/queries/execution/runs";
import { LEARNING_DAYS, learnServiceTime } from "@/server/domain/execution/learn-service-time";
import { changedQuietly, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/**
 * Learns from a route how long deliveries take at its addresses: for each of them anew, from all stays there, so that
 * being asked twice, or in another order, ends in the same. Projects decide whether they plan by it.
 */
export const learnServiceTimes = command({
  permission: "plan.edit",
  input: z.object({ routeId: z.uuid() }),
  run: async ({ tx, actor, now }, { routeId }) => {
    const { organizationId } = actor;
    found(await lockRunRoute(tx, organizationId, routeId), "route");
    const addressKeys = await listDrivenAddresses(tx, organizationId, routeId);
    if (addressKeys.length === 0) return unchanged({ learned: 0 });
    const since = new Date(now.getTime() - LEARNING_DAYS * 86_400_000);
    const stays = await listDoorStays(tx, organizationId, addressKeys, since);
    const taught = addressKeys.map((addressKey) => ({ addressKey, learned: learnServiceTime(stays.get(addressKey)!) }));
    const rows = taught.flatMap(({ addressKey, learned }) =>
      learned ? [{ organizationId, addressKey, ...learned, updatedAt: now }] : [],
    );
    const forgotten = taught.flatMap(({ addressKey, learned }) => (learned ? [] : [addressKey]));
    await saveLearnedService(tx, organizationId, rows, forgotten);
    return changedQuietly({ learned: rows.length });
  },
});
