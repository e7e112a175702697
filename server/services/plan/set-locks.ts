import "server-only";
import { type PlanRow, touchPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes, lockRoutes, touchRoutes } from "@/db/queries/plan/load-routes";
import { findStopLocks, type StopLock, setStopLocks } from "@/db/queries/plan/lock-flags";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import type { SaveScope } from "./save-sequences";

type LockState = Omit<PlanEditInverse & { kind: "lock" }, "kind">;

export interface SavedLocks {
  readonly routeIds: readonly string[];
  readonly events: readonly DomainEvent[];
  readonly inverse: PlanEditInverse & { kind: "lock" };
}

/** Sets locks of routes and stops that exist and differ; what was set before comes back as the inverse. */
export async function setLocks(
  scope: SaveScope,
  plan: PlanRow,
  wanted: LockState,
  mutationId: string,
): Promise<SavedLocks> {
  const { tx, now } = scope;
  const { organizationId } = scope.actor;
  const stopsNow = await findStopLocks(
    tx,
    organizationId,
    plan.id,
    wanted.stops.map((each) => each.visitId),
  );
  const wantedRouteIds = wanted.routes.map((each) => each.routeId);
  await lockRoutes(tx, organizationId, [...new Set([...wantedRouteIds, ...stopsNow.map((each) => each.routeId)])]);
  const routesNow = await loadRoutes(tx, organizationId, plan.id, wantedRouteIds);
  const lockedOf = new Map(wanted.routes.map((each) => [each.routeId, each.locked]));
  const routes = routesNow.filter((each) => each.locked !== lockedOf.get(each.id));
  const lockOf = new Map(wanted.stops.map((each) => [each.visitId, each]));
  const stops = stopsNow.filter((each) => isDifferent(each, lockOf.get(each.visitId)!));
  for (const locked of [true, false]) {
    const ids = routes.filter((each) => lockedOf.get(each.id) === locked).map((each) => each.id);
    await touchRoutes(tx, organizationId, ids, now, { locked });
  }
  await setStopLocks(
    tx,
    organizationId,
    stops.map((each) => lockOf.get(each.visitId)!),
  );
  const routesOfStops = [...new Set(stops.map((each) => each.routeId))].filter(
    (id) => !routes.some((r) => r.id === id),
  );
  await touchRoutes(tx, organizationId, routesOfStops, now);
  if (routes.length + stops.length > 0) await touchPlan(tx, organizationId, plan.id, now);
  return {
    routeIds: [...routes.map((each) => each.id), ...routesOfStops],
    events: [
      ...routes.map((each) => routeEvent(plan.id, each.id, each.number, lockedOf.get(each.id)!, mutationId)),
      ...stops.map((each) => stopEvent(plan.id, each.routeId, lockOf.get(each.visitId)!, mutationId)),
    ],
    inverse: {
      kind: "lock",
      routes: routes.map((each) => ({ routeId: each.id, locked: each.locked })),
      stops: stops.map(({ visitId, lockedToDriver, lockedToPosition }) => ({
        visitId,
        lockedToDriver,
        lockedToPosition,
      })),
    },
  };
}

function isDifferent(a: StopLock, b: StopLock): boolean {
  return a.lockedToDriver !== b.lockedToDriver || a.lockedToPosition !== b.lockedToPosition;
}

function routeEvent(planId: string, id: string, number: number, locked: boolean, mutationId: string): DomainEvent {
  const type = locked ? "route.locked" : "route.unlocked";
  return { type, entity: "route", entityId: id, planId, mutationId, data: { number } };
}

function stopEvent(planId: string, routeId: string, lock: StopLock, mutationId: string): DomainEvent {
  const type = lock.lockedToDriver || lock.lockedToPosition ? "stop.locked" : "stop.unlocked";
  return { type, entity: "route", entityId: routeId, planId, mutationId, data: { ...lock } };
}
