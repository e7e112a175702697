import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { loadDeliveries, lockDeliveries } from "@/db/queries/order/load-deliveries";
import { deleteRouteAndDay } from "@/db/queries/plan/driver-days";
import { findPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes, type RouteRow } from "@/db/queries/plan/load-routes";
import {
  deleteFurtherWave,
  deletePlanWithoutWaves,
  labelWave,
  listWaveDeliveryIds,
  listWaveRouteIds,
} from "@/db/queries/wave/waves";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { deliveryRefusalMessage, untouchable } from "@/server/domain/order/change-refusal";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import type { Wave } from "@/server/domain/wave/wave";
import { authorize } from "../kernel/authorize";
import { type CommandScope, changed, command } from "../kernel/command";
import { found, noSuch, ServiceError } from "../kernel/service-error";
import { deleteForGood } from "../order/delete-for-good";
import { putIntoPool } from "../plan/put-into-pool";
import { holdWave } from "./hold-wave";

type DeletingScope = CommandScope<undefined>;

/** Deletes deliveries, those on unsent routes as well, all or none; refused where one is with its driver, or has ended. */
export const deleteStops = command({
  permission: "order.write",
  input: z.object({ deliveryIds: z.array(z.uuid()).min(1).max(5000) }),
  run: async (scope, { deliveryIds }) => {
    const ids = [...new Set(deliveryIds)];
    const { organizationId } = scope.actor;
    const before = await loadDeliveries(scope.tx, organizationId, ids);
    if (before.length < ids.length) throw noSuch("stop");
    refuseUntouchable(before);
    const taken = await putIntoPool(scope, ids);
    const deliveries = await lockDeliveries(scope.tx, organizationId, ids);
    refuseUntouchable(deliveries);
    return changed({ deliveryIds: ids }, [...taken, ...(await deleteForGood(scope, deliveries))]);
  },
});

/**
 * Deletes a part of a day's plan with its routes and its deliveries: for those who may delete both. Refused once one of its drivers has set off, or one of
 * its deliveries has ended otherwise than by being called off.
 */
export const deleteWave = command({
  permission: "plan.edit",
  input: z.object({ id: z.uuid() }),
  run: async (scope, { id }) => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    authorize(actor, deleteStops.permission);
    // Held first: what others put in until then goes with it.
    const wave = await holdWave(tx, organizationId, id);
    const ids = await listWaveDeliveryIds(tx, organizationId, wave);
    const events = await putIntoPool(scope, ids, [wave.planId]);
    const deliveries = await lockDeliveries(tx, organizationId, ids);
    refuseUntouchable(deliveries.filter(({ status }) => status !== "cancelled"));
    events.push(...(await deleteRoutes(scope, wave)), ...(await deleteForGood(scope, deliveries)));
    await removeWave(tx, organizationId, wave, scope.now);
    events.push({ type: "plan.deleted", entity: "plan", entityId: id, before: { label: wave.label, date: wave.date } });
    return changed({ wave }, events);
  },
});

function refuseUntouchable(deliveries: readonly StoredDelivery[]): void {
  for (const delivery of deliveries) {
    const reason = untouchable(delivery);
    if (reason) throw new ServiceError("refused", deliveryRefusalMessage(reason), { reason });
  }
}

async function deleteRoutes({ tx, actor }: DeletingScope, wave: Wave): Promise<DomainEvent[]> {
  const { organizationId } = actor;
  const plan = found(await findPlan(tx, organizationId, wave.planId), "plan");
  const routeIds = await listWaveRouteIds(tx, organizationId, wave);
  const events: DomainEvent[] = [];
  for (const route of await loadRoutes(tx, organizationId, plan.id, routeIds)) {
    if (route.status === "started" || route.status === "finished") {
      throw new ServiceError("refused", `Route ${route.number} has begun.`, { reason: "route-begun" });
    }
    await deleteRouteAndDay(tx, organizationId, route.id, route.driverDayId);
    events.push(routeDeleted(plan.id, route));
  }
  return events;
}

/** A route that is gone, with the day it was made on. */
export function routeDeleted(planId: string, { id: routeId, driverDayId, driver }: RouteRow): DomainEvent {
  const data = { change: "removed", driverId: driver.id, routeId };
  return { type: "driver-day.changed", entity: "driver-day", entityId: driverDayId, planId, data };
}

/** A plan that further waves hold stays, without a name. */
async function removeWave(tx: Tx, organizationId: string, wave: Wave, now: Date): Promise<void> {
  if (wave.furtherId !== null) return deleteFurtherWave(tx, organizationId, wave.furtherId);
  const isGone = await deletePlanWithoutWaves(tx, organizationId, wave.planId);
  if (!isGone) await labelWave(tx, organizationId, wave, "", now);
}
