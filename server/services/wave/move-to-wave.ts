import "server-only";
import { z } from "zod";
import { loadDeliveries, lockDeliveries } from "@/db/queries/order/load-deliveries";
import { touchPlan } from "@/db/queries/plan/find-plan";
import { findWave, putIntoWave } from "@/db/queries/wave/waves";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { type DeliveryRefusal, deliveryRefusalMessage, untouchable } from "@/server/domain/order/change-refusal";
import type { Wave } from "@/server/domain/wave/wave";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found, noSuch, ServiceError } from "../kernel/service-error";
import { saveChangedDeliveries } from "../order/save-changed-deliveries";
import { decideDayMoves, saveDayMoves } from "../plan/move-service-days";
import { putIntoPool } from "../plan/put-into-pool";

/**
 * Moves deliveries into a part of a day's plan, or (null) to no day at all, all or none; what is planned leaves its route.
 * One that goes to another day notes where it comes from. Refused where one is with its driver, or has ended.
 */
export const moveToWave = command({
  permission: "plan.edit",
  input: z.object({ deliveryIds: z.array(z.uuid()).min(1).max(5000), waveId: z.uuid().nullable() }),
  run: async (scope, { deliveryIds, waveId }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const wave = waveId === null ? null : found(await findWave(tx, organizationId, { id: waveId }), "plan");
    const ids = [...new Set(deliveryIds)];
    await refuseUntouchable(scope, ids, wave);
    const events = await putIntoPool(scope, ids, wave ? [wave.planId] : []);
    // Its plan is held now: it may have been deleted just before.
    if (wave) found(await findWave(tx, organizationId, { id: wave.id }), "plan");
    events.push(...(await giveDay(scope, ids, wave)));
    await putIntoWave(tx, organizationId, wave?.furtherId ?? null, ids);
    if (wave) await touchPlan(tx, organizationId, wave.planId, now);
    if (events.length > 0) return changed({ deliveryIds: ids }, events);
    return unchanged({ deliveryIds: ids });
  },
});

async function refuseUntouchable(
  { tx, actor }: CommandScope<undefined>,
  ids: readonly string[],
  wave: Wave | null,
): Promise<void> {
  const deliveries = await loadDeliveries(tx, actor.organizationId, ids);
  const isForeign = wave !== null && deliveries.some(({ projectId }) => projectId !== wave.projectId);
  if (deliveries.length < ids.length || isForeign) throw noSuch("stop");
  for (const delivery of deliveries) {
    const refusal = untouchable(delivery);
    if (refusal) throw refused(refusal, delivery.input.externalId);
  }
}

async function giveDay(
  scope: CommandScope<undefined>,
  ids: readonly string[],
  wave: Wave | null,
): Promise<readonly DomainEvent[]> {
  const date = wave?.date;
  const deliveries = await lockDeliveries(scope.tx, scope.actor.organizationId, ids);
  // Read again under the lock: somebody may have been faster.
  for (const delivery of deliveries) {
    const refusal = untouchable(delivery);
    if (refusal) throw refused(refusal, delivery.input.externalId);
  }
  const others = deliveries.filter(({ input }) => input.serviceDate !== date);
  if (!wave) {
    const changes = others.map((existing) => {
      const { serviceDate: _, ...next } = existing.input;
      return { existing, next };
    });
    return saveChangedDeliveries(scope, changes);
  }
  const dated = others.filter(({ input }) => input.serviceDate !== undefined).map(({ id }) => id);
  const undated = others.filter(({ input }) => input.serviceDate === undefined);
  const decided = await decideDayMoves(scope, wave.projectId, dated, ({ serviceDate }) => {
    return { fromDate: serviceDate!, toDate: wave.date, promise: "move" as const };
  });
  const stays = decided.verdicts.find(({ refusal }) => refusal !== null);
  if (stays) throw refused(stays.refusal === "closed" || stays.refusal === "dispatched" ? stays.refusal : "busy");
  const moved =
    decided.moved.length === 0 ? [] : (await saveDayMoves(scope, wave.planId, scope.newId(), decided)).events;
  const changes = undated.map((existing) => ({ existing, next: { ...existing.input, serviceDate: wave.date } }));
  return [...moved, ...(await saveChangedDeliveries(scope, changes))];
}

function refused(reason: DeliveryRefusal, name?: string): ServiceError {
  const message = deliveryRefusalMessage(reason);
  return new ServiceError("refused", name === undefined ? message : `${name}: ${message}`, { reason });
}
