import "server-only";
import { keepExpectations } from "@/db/queries/execution/arrivals";
import {
  answerAssignment,
  keepEmissions,
  type listRouteDoors,
  saveRouteRun,
  saveStopRuns,
  setProgress,
  setRouteStatus,
} from "@/db/queries/execution/runs";
import { setDeclined } from "@/db/queries/order/set-declined";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { deliveryProgress } from "@/server/domain/execution/delivery-progress";
import { runEvents } from "@/server/domain/execution/run-events";
import { type RouteRun, runRouteStatus, type StopRun } from "@/server/domain/execution/run-state";
import { TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import type { CommandScope } from "../kernel/command";
import { statusEvent } from "../plan/save-sequences";

export type RouteDoor = Awaited<ReturnType<typeof listRouteDoors>>[number];

export interface DrivenRoute {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly status: "planned" | "dispatched" | "started" | "finished";
  /** Who acted himself; null when somebody acted for him. */
  readonly driverId: string | null;
  readonly doors: readonly RouteDoor[];
}

/**
 * Stores what a route's acts add up to: the route's and its visits' parts of the day, the answer to the offer, statuses
 * of route and deliveries. Answers with what has happened since the state before.
 */
export async function saveRun(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  route: DrivenRoute,
  before: RouteRun,
  after: RouteRun,
  skewSeconds: number,
): Promise<DomainEvent[]> {
  const { tx, now } = scope;
  const { organizationId } = scope.actor;
  const instant = (atMs: number | null) => (atMs === null ? null : new Date(atMs));
  await saveRouteRun(tx, {
    organizationId,
    routeId: route.id,
    planId: route.planId,
    answeredAt: instant(after.answeredAtMs),
    checkedInAt: instant(after.checkedInAtMs),
    startedAt: instant(after.startedAtMs),
    finishedAt: instant(after.finishedAtMs),
    checkedOutAt: instant(after.checkedOutAtMs),
    breaks: after.breaks,
    skewSeconds,
    syncedAt: now,
    updatedAt: now,
  });
  const doorOf = new Map(route.doors.map((door) => [door.visitId, door]));
  const touched = [...after.stops.values()].filter((stop) => isDifferent(before.stops.get(stop.visitId), stop));
  await saveStopRuns(
    tx,
    touched.map((stop) => ({
      organizationId,
      routeId: route.id,
      visitId: stop.visitId,
      planId: route.planId,
      deliveryId: doorOf.get(stop.visitId)!.deliveryId,
      status: stop.status,
      departedAt: instant(stop.departedAtMs),
      arrivedAt: instant(stop.arrivedAtMs),
      completedAt: instant(stop.completion?.atMs ?? null),
      completion: stop.completion,
      updatedAt: now,
    })),
  );
  const reached = touched.filter(({ visitId, arrivedAtMs }) => arrivedAtMs !== arrivedAtOf(before, visitId));
  await keepExpectations(
    tx,
    organizationId,
    route.id,
    reached.map(({ visitId }) => visitId),
  );
  if (before.finishedAtMs === null && after.finishedAtMs !== null) await keepEmissions(tx, organizationId, route.id);
  const status = after.answer === "declined" && after.startedAtMs === null ? "planned" : runRouteStatus(after);
  if (status !== route.status) await setRouteStatus(tx, organizationId, route.id, status, now);
  const assignmentId =
    after.answer !== null && after.answer !== before.answer
      ? await answerAssignment(tx, organizationId, route.id, route.driverId, after.answer, now)
      : undefined;
  const declined = await declineDeliveries(scope, route, before, after);
  const progress = deliveryChanges(route, after);
  await setProgress(
    tx,
    organizationId,
    progress.map((change) => ({ id: change.id, status: change.after, updatedAt: now })),
  );
  const subject = {
    routeId: route.id,
    routeNumber: route.number,
    planId: route.planId,
    assignmentId: assignmentId ?? null,
    deliveryOf: (visitId: string) => doorOf.get(visitId)!.deliveryId,
  };
  return [
    ...runEvents(before, after, subject),
    ...declined,
    ...progress.map((change) => statusEvent({ plan: { id: route.planId } }, change)),
  ];
}

/** Who will not drive a route will take none of its deliveries; who changes his mind takes them after all. */
async function declineDeliveries(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  route: DrivenRoute,
  before: RouteRun,
  after: RouteRun,
): Promise<DomainEvent[]> {
  const [was, is] = [before, after].map(({ answer, startedAtMs }) => answer === "declined" && startedAtMs === null);
  if (was === is) return [];
  const open = route.doors.filter(({ isOnRoute, status }) => isOnRoute && !TERMINAL_DELIVERY_STATUSES.includes(status));
  const ids = [...new Set(open.map(({ deliveryId }) => deliveryId))];
  if (ids.length === 0) return [];
  await setDeclined(tx, actor.organizationId, ids, is ? now : null);
  if (!is) return [];
  const occurredAt = new Date(after.answeredAtMs!);
  return ids.map((id) => ({
    type: "delivery.declined",
    entity: "delivery",
    entityId: id,
    planId: route.planId,
    occurredAt,
    data: { routeId: route.id },
  }));
}

/** Deliveries still on this route whose status is another now. One that was planned elsewhere meanwhile is left alone. */
function deliveryChanges({ doors }: DrivenRoute, run: RouteRun) {
  const open = doors.filter((door) => door.isOnRoute);
  const statusOf = new Map(open.map((door) => [`${door.deliveryId}/${door.role}`, statusAt(run, door.visitId)]));
  const deliveries = new Map(open.map(({ deliveryId, kind, status }) => [deliveryId, { kind, status }]));
  return [...deliveries].flatMap(([id, { kind, status }]) => {
    const [pickup, dropoff] = [statusOf.get(`${id}/pickup`), statusOf.get(`${id}/dropoff`)];
    const after = deliveryProgress(kind, status, { ...(pickup && { pickup }), ...(dropoff && { dropoff }) });
    return after === status ? [] : [{ id, before: status, after }];
  });
}

const arrivedAtOf = (run: RouteRun, visitId: string) => run.stops.get(visitId)?.arrivedAtMs ?? null;
const statusAt = (run: RouteRun, visitId: string) => run.stops.get(visitId)?.status ?? "planned";

function isDifferent(before: StopRun | undefined, after: StopRun): boolean {
  return (
    before?.status !== after.status ||
    before.departedAtMs !== after.departedAtMs ||
    before.arrivedAtMs !== after.arrivedAtMs ||
    before.completion?.opId !== after.completion?.opId
  );
}
