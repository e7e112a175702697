import "server-only";
import { type PlanRow, touchPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes, lockRoutes, type RouteRow, touchRoutes } from "@/db/queries/plan/load-routes";
import { findStopLocks, type StopLock, setStopLocks } from "@/db/queries/plan/lock-flags";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { routeVisitIds } from "@/server/domain/plan/plan-board";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import { loadPartialBoard } from "./load-board";
import { type SaveScope, saveSequences } from "./save-sequences";

type LockState = Omit<PlanEditInverse & { kind: "lock" }, "kind">;

export interface SavedLocks {
  readonly routeIds: readonly string[];
  readonly events: readonly DomainEvent[];
  readonly inverse: PlanEditInverse & { kind: "lock" };
}

/**
 * Sets locks of routes and stops that exist and differ; what was set before comes back as the inverse. A time that is
 * locked or let go is a window that comes or goes, so its route is timed anew.
 */
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
  const termsOf = routeTerms(routesNow, wanted);
  const routes = routesNow.filter((each) => {
    const terms = termsOf.get(each.id)!;
    return each.locked !== terms.locked || each.frozenStops !== terms.frozenStops;
  });
  const lockOf = stopLocks(stopsNow, wanted);
  const stops = stopsNow.filter((each) => isDifferent(each, lockOf.get(each.visitId)!));
  for (const { id } of routes) await touchRoutes(tx, organizationId, [id], now, termsOf.get(id)!);
  await setStopLocks(
    tx,
    organizationId,
    stops.map((each) => lockOf.get(each.visitId)!),
  );
  const isTimed = (each: StopLock) => each.lockedStartSeconds !== lockOf.get(each.visitId)!.lockedStartSeconds;
  const timed = new Set(stops.filter(isTimed).map((each) => each.routeId));
  const retimed = await retime(scope, plan, [...timed], mutationId);
  const routesOfStops = [...new Set(stops.map((each) => each.routeId))].filter(
    (id) => !timed.has(id) && !routes.some((r) => r.id === id),
  );
  await touchRoutes(tx, organizationId, routesOfStops, now);
  if (routes.length + stops.length > 0) await touchPlan(tx, organizationId, plan.id, now);
  return {
    routeIds: [...new Set([...routes.map((each) => each.id), ...timed, ...routesOfStops])],
    events: [
      ...retimed,
      ...routes.map((each) => routeEvent(plan.id, each, termsOf.get(each.id)!, mutationId)),
      ...stops.map((each) => stopEvent(plan.id, each.routeId, lockOf.get(each.visitId)!, mutationId)),
    ],
    inverse: {
      kind: "lock",
      routes: routes.map(({ id, locked, frozenStops }) => ({ routeId: id, locked, frozenStops })),
      stops: stops.map(({ visitId, lockedToDriver, lockedToPosition, lockedStartSeconds }) => ({
        visitId,
        lockedToDriver,
        lockedToPosition,
        lockedStartSeconds,
      })),
    },
  };
}

type RouteTerms = Pick<RouteRow, "locked" | "frozenStops">;

function routeTerms(routes: readonly RouteRow[], { routes: wanted }: LockState): Map<string, RouteTerms> {
  const now = new Map(routes.map(({ id, locked, frozenStops }) => [id, { locked, frozenStops }]));
  return new Map(
    wanted.map(({ routeId, locked, frozenStops }) => {
      const kept = now.get(routeId)?.frozenStops ?? 0;
      return [routeId, { locked, frozenStops: frozenStops ?? kept }];
    }),
  );
}

function stopLocks(stops: readonly StopLock[], { stops: wanted }: LockState): Map<string, StopLock> {
  const now = new Map(stops.map((each) => [each.visitId, each]));
  return new Map(
    wanted.map(({ lockedStartSeconds, ...lock }) => {
      const kept = now.get(lock.visitId)?.lockedStartSeconds ?? null;
      return [
        lock.visitId,
        { ...lock, lockedStartSeconds: lockedStartSeconds === undefined ? kept : lockedStartSeconds },
      ];
    }),
  );
}

async function retime(scope: SaveScope, plan: PlanRow, routeIds: readonly string[], mutationId: string) {
  if (routeIds.length === 0) return [];
  const partial = await loadPartialBoard(scope.tx, scope.actor.organizationId, plan, routeIds, []);
  const sequences = partial.board.routes.map((route) => ({ routeId: route.id, visitIds: routeVisitIds(route) }));
  const { events } = await saveSequences(scope, partial, sequences, mutationId);
  return events;
}

function isDifferent(a: StopLock, b: StopLock): boolean {
  return (
    a.lockedToDriver !== b.lockedToDriver ||
    a.lockedToPosition !== b.lockedToPosition ||
    a.lockedStartSeconds !== b.lockedStartSeconds
  );
}

function routeEvent(planId: string, { id, ...before }: RouteRow, terms: RouteTerms, mutationId: string): DomainEvent {
  const { number, frozenStops: frozenBefore } = before;
  const isMore = terms.locked !== before.locked ? terms.locked : terms.frozenStops > frozenBefore;
  const type = isMore ? "route.locked" : "route.unlocked";
  const data = { number, version: before.version + 1, ...terms };
  return { type, entity: "route", entityId: id, planId, mutationId, data };
}

function stopEvent(planId: string, routeId: string, lock: StopLock, mutationId: string): DomainEvent {
  const isLocked = lock.lockedToDriver || lock.lockedToPosition || lock.lockedStartSeconds !== null;
  const type = isLocked ? "stop.locked" : "stop.unlocked";
  return { type, entity: "route", entityId: routeId, planId, mutationId, data: { ...lock } };
}
