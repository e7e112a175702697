import "server-only";
import { z } from "zod";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import { loadRoutes, lockRoutes } from "@/db/queries/plan/load-routes";
import { findWave, insertWaveRoute } from "@/db/queries/wave/waves";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import { eachDraftLeg } from "@/server/domain/plan/draft-board";
import type { DraftRoute } from "@/server/domain/plan/optimization-run";
import { type PlanBoard, routeVisitIds, stopPlaces } from "@/server/domain/plan/plan-board";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import { sequencesAround } from "@/server/domain/plan/reload-trips";
import { type CommandScope, changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { saveChangedDeliveries } from "../order/save-changed-deliveries";
import { changeRoutes } from "../plan/change-routes";
import { holdPlan } from "../plan/hold-plan";
import { loadPartialBoard, type PartialBoard } from "../plan/load-board";
import { openRoutes } from "../plan/open-routes";
import { recordEdit } from "../plan/record-edit";
import { sendRoutes } from "../plan/send-routes";
import { refuseStaleRoutes } from "../plan/stale-conflict";
import { makeDays, overtaken, type StartedDay } from "./make-days";

export interface AssignmentChange {
  readonly planId: string;
  readonly projectId: string;
  readonly date: string;
  readonly timeZone: string;
  /** Those of the routes that have to be made. */
  readonly newDays: readonly StartedDay[];
  /** What goes on routes, with all doors of its deliveries. */
  readonly visitIds: readonly string[];
  readonly deliveryIds: readonly string[];
  /** Every route that changes, as it becomes. */
  readonly routes: readonly Pick<DraftRoute, "routeId" | "visitIds" | "reloads" | "legs">[];
  /** Routes that are there already, as they were when it was decided. */
  readonly seen: readonly SeenRoute[];
  /** The optimizer has made these orders. */
  readonly isOptimized: boolean;
  /** Routes that take something and are with nobody yet go to their drivers. */
  readonly isSent: boolean;
  /** What is on unsent routes may be left out, and is then on none. */
  readonly mayDrop?: boolean;
  /** The further part of the day's plan that new routes are made for. */
  readonly waveId?: string | null;
}

/**
 * Makes an assignment what is planned, as one step: plan and days that are not there yet, stops, and the routes given to
 * their drivers. Refused as `conflict` where what it was decided upon is no longer so; then nothing is changed.
 */
export const commitAssignment = command({
  permission: "plan.edit",
  input: z.custom<AssignmentChange>((value) => typeof value === "object" && value !== null),
  run: async (scope, change) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const { plan, events } = await holdPlan(scope, change);
    const routeIds = change.routes.map(({ routeId }) => routeId);
    const old = change.seen.map(({ routeId }) => routeId);
    await lockRoutes(tx, organizationId, old);
    await refuseChanged(scope, plan, change);
    events.push(...(await makeDays(scope, plan, change.newDays)));
    await putRoutesIntoWave(scope, change);
    events.push(...(await giveDay(scope, change)));
    const wanted = { routeIds, visitIds: change.visitIds };
    const partial = await openRoutes(tx, organizationId, plan, wanted, { isLocked: true, now });
    refuseTaken(partial.board, change);
    addLegs(partial, change);
    const mutationId = scope.newId();
    const sequences = change.routes.map(({ legs: _, ...sequence }) => sequence);
    const confirmed = partial.board.routes.map(({ id, version }) => ({ routeId: id, version }));
    const { visitIds: movedVisitIds } = change;
    const saved = await changeRoutes(scope, partial, {
      sequences,
      movedVisitIds,
      mutationId,
      confirmed,
      isOptimized: change.isOptimized,
    });
    const touched = partial.board.routes.filter(({ id }) => routeIds.includes(id));
    const inverse: PlanEditInverse = { kind: "restore", ...sequencesAround(touched, sequences) };
    await recordEdit(scope, {
      planId: plan.id,
      mutationId,
      summary: { kind: "optimize", routes: sequences.length },
      inverse,
    });
    const sent = change.isSent ? await sendTaking(scope, plan, change, mutationId) : [];
    return changed({ planId: plan.id }, [...events, ...saved.events, ...sent]);
  },
});

/** Somebody else's change is said with his name; a change of one's own in between is a conflict all the same. */
async function refuseChanged({ tx, actor }: CommandScope<undefined>, plan: PlanRow, { seen }: AssignmentChange) {
  const ids = seen.map(({ routeId }) => routeId);
  const routes = ids.length === 0 ? [] : await loadRoutes(tx, actor.organizationId, plan.id, ids);
  await refuseStaleRoutes(tx, actor, routes, seen).catch((error: unknown) => {
    if (!(error instanceof ServiceError)) throw error;
    throw new ServiceError("conflict", error.message, error.details);
  });
  const versions = new Map(routes.map(({ id, version }) => [id, version]));
  if (seen.some(({ routeId, version }) => versions.get(routeId) !== version)) throw overtaken();
}

/** Its plan is held: a wave that is there now stays until all is saved. */
async function putRoutesIntoWave({ tx, actor }: CommandScope<undefined>, { newDays, waveId }: AssignmentChange) {
  if (!waveId) return;
  found(await findWave(tx, actor.organizationId, { id: waveId }), "plan");
  for (const { routeId } of newDays) {
    await insertWaveRoute(tx, { organizationId: actor.organizationId, routeId, waveId });
  }
}

/** Deliveries that were meant for no day, or another, are of this one now. */
async function giveDay(scope: CommandScope<undefined>, { date, deliveryIds }: AssignmentChange) {
  const held = await lockDeliveries(scope.tx, scope.actor.organizationId, deliveryIds);
  const others = held.filter(({ input }) => input.serviceDate !== date);
  return saveChangedDeliveries(
    scope,
    others.map((existing) => ({ existing, next: { ...existing.input, serviceDate: date } })),
  );
}

/** What was to be put on routes must still be there, where it was taken from. */
function refuseTaken(board: PlanBoard, { visitIds, routes, mayDrop = false }: AssignmentChange): void {
  const places = stopPlaces(board);
  const mine = new Set(routes.map(({ routeId }) => routeId));
  for (const visitId of visitIds) {
    const place = places.get(visitId);
    if (!board.visits.has(visitId) || (place && !mine.has(place.route.id))) throw overtaken();
  }
  const given = new Set(routes.flatMap((route) => route.visitIds));
  const keeping = board.routes.filter(({ id, status }) => mine.has(id) && (!mayDrop || status !== "planned"));
  const kept = keeping.flatMap(routeVisitIds);
  if (kept.some((visitId) => !given.has(visitId)) || [...given].some((visitId) => !board.visits.has(visitId))) {
    throw overtaken();
  }
}

function addLegs({ board, book }: PartialBoard, { routes }: AssignmentChange): void {
  const drawn = routes.map((route) => ({ ...route, baseVersion: 0 }));
  eachDraftLeg(board, { routes: drawn }, (from, to, route, [durationSeconds, distanceMeters, isEstimate, shape]) => {
    const leg = { durationSeconds, distanceMeters, isEstimate: isEstimate === 1 };
    book.add(from, to, route.vehicle.profile, { leg, shape });
  });
}

/** Routes that have taken something and were with nobody yet go to their drivers. */
async function sendTaking(
  scope: CommandScope<undefined>,
  plan: PlanRow,
  { visitIds, routes }: AssignmentChange,
  mutationId: string,
): Promise<readonly DomainEvent[]> {
  const taken = new Set(visitIds);
  const ids = routes.filter((route) => route.visitIds.some((id) => taken.has(id))).map(({ routeId }) => routeId);
  const { board } = await loadPartialBoard(scope.tx, scope.actor.organizationId, plan, ids, [], { now: scope.now });
  const planned = board.routes.filter(({ status }) => status === "planned");
  if (planned.length === 0) return [];
  const offers = planned.map((route) => ({ route, channels: [] }));
  return (await sendRoutes(scope, plan, board, { offers, mutationId })).events;
}
