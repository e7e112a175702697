import "server-only";
import { z } from "zod";
import { deleteStopsOf, type ShortenedRoute } from "@/db/queries/order/delete-deliveries";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { locateOrders } from "@/db/queries/order/locate-orders";
import { selectRunningOptimizations } from "@/db/queries/plan/running-optimizations";
import { removeUnusedSites } from "@/db/queries/site/sites";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { deleteForGood } from "./delete-for-good";
import { takeOffRoutes } from "./take-off-routes";

export type RemovalVerdict =
  | { readonly outcome: "removed" }
  /** Under way, declined by its driver, or over: only by force. */
  | { readonly outcome: "live" }
  | { readonly outcome: "unknown" }
  /** The optimizer is at work on its day; which run, by its number. */
  | { readonly outcome: "optimizing"; readonly runNumber: number };

/**
 * Removes deliveries for good, planned ones from their routes too, whose drivers are told. What is under way, declined
 * or over stays unless it `isForced`; what the optimizer is just planning stays. One verdict each, in order.
 */
export const removeDeliveries = command({
  permission: "order.write",
  input: z.object({ ids: z.array(z.uuid()).max(5000), isForced: z.boolean().default(false) }),
  run: async (scope, { ids, isForced }) => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    const verdicts = new Map<string, RemovalVerdict>(ids.map((id) => [id, { outcome: "unknown" }]));
    const orders = await locateOrders(tx, organizationId, ids);
    const runs = await selectRunningOptimizations(
      tx,
      organizationId,
      orders.flatMap(({ planId }) => planId ?? []),
    );
    const going: string[] = [];
    for (const { deliveryId, planId, status, isDeclined } of orders) {
      const run = planId === null ? undefined : runs.get(planId);
      const isLive = isDeclined || isUnderWay(status);
      if (run !== undefined) verdicts.set(deliveryId, { outcome: "optimizing", runNumber: run });
      else if (isLive && !isForced) verdicts.set(deliveryId, { outcome: "live" });
      else going.push(deliveryId);
    }
    const { events, refused } = await takeOffRoutes(scope, going);
    const leaving = going.filter((id) => isForced || !refused.has(id));
    for (const id of going) verdicts.set(id, { outcome: leaving.includes(id) ? "removed" : "live" });
    const held = await lockDeliveries(tx, organizationId, leaving);
    const removed = await removeRows(scope, held);
    const all = [...events, ...removed];
    const result = { verdicts: ids.map((id) => verdicts.get(id)!) };
    return all.length > 0 ? changed(result, all) : unchanged(result);
  },
});

function isUnderWay(status: StoredDelivery["status"]): boolean {
  return status === "enroute" || (TERMINAL_DELIVERY_STATUSES.includes(status) && status !== "cancelled");
}

async function removeRows(
  scope: CommandScope<unknown>,
  held: readonly StoredDelivery[],
): Promise<readonly DomainEvent[]> {
  const { tx, actor } = scope;
  const { organizationId } = actor;
  const ids = held.map(({ id }) => id);
  const shortened = await deleteStopsOf(tx, organizationId, ids);
  const planIds = new Set(shortened.map(({ planId }) => planId));
  for (const planId of planIds) await scope.enqueue("measure-routes", { planId });
  const events = [...shortened.map(shortenedEvent), ...(await deleteForGood(scope, held))];
  const doors = held.flatMap(({ input }) => [input.pickup, input.dropoff]);
  await removeUnusedSites(
    tx,
    organizationId,
    doors.flatMap((door) => door?.siteId ?? []),
  );
  return events;
}

function shortenedEvent({ routeId, planId, number, version, removedVisitIds }: ShortenedRoute): DomainEvent {
  const data = { number, version, added: [], removed: removedVisitIds, moved: [] };
  return { type: "route.changed", entity: "route", entityId: routeId, planId, data };
}
