import "server-only";
import { findAssignables } from "@/db/queries/assignment/assignables";
import { lockPlan } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { routeVisitIds } from "@/server/domain/plan/plan-board";
import type { CommandScope } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { changeRoutes } from "./change-routes";
import { openRoutes } from "./open-routes";

type TakingScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">;

/**
 * Puts deliveries back into the pool for whoever plans, all or none, inside the caller's transaction, holding the plans they
 * are on and those named besides. Refuses what is on a locked route, or made already; drivers who held it are told. Where
 * an order is to go whatever its plan says, `order/take-off-routes` takes off what it can.
 */
export async function putIntoPool(
  scope: TakingScope,
  deliveryIds: readonly string[],
  besidesPlanIds: readonly string[] = [],
): Promise<DomainEvent[]> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const before = await findAssignables(tx, organizationId, deliveryIds);
  const onPlans = before.flatMap(({ planId }) => planId ?? []);
  const events: DomainEvent[] = [];
  // In the order of ids, as everybody who holds several plans.
  for (const planId of [...new Set([...onPlans, ...besidesPlanIds])].sort()) {
    const plan = await lockPlan(tx, organizationId, planId);
    const visitIds = before.filter((each) => each.planId === planId).flatMap((each) => each.visitIds);
    if (!plan || visitIds.length === 0) continue;
    const partial = await openRoutes(tx, organizationId, plan, { visitIds, routeIds: [] }, { isLocked: true, now });
    const off = new Set(visitIds);
    const giving = partial.board.routes.filter((route) => route.stops.some(({ visitId }) => off.has(visitId)));
    const locked = giving.find((route) => route.locked);
    if (locked) {
      const { number: routeNumber } = locked;
      throw new ServiceError("refused", `Route ${routeNumber} is locked.`, { reason: "route-locked", routeNumber });
    }
    const saved = await changeRoutes(scope, partial, {
      sequences: giving.map((route) => ({
        routeId: route.id,
        visitIds: routeVisitIds(route).filter((visitId) => !off.has(visitId)),
      })),
      movedVisitIds: [...off],
      mutationId: scope.newId(),
      confirmed: giving.map(({ id, version }) => ({ routeId: id, version })),
    });
    if (visitIds.some((visitId) => partial.board.visits.get(visitId)?.joined)) {
      await scope.enqueue("measure-routes", { planId });
    }
    events.push(...saved.events);
  }
  return events;
}
