import "server-only";
import { z } from "zod";
import { giveUsualVehicle } from "@/db/queries/assignment/assignables";
import { findDrivers, findVehicles } from "@/db/queries/fleet/find-fleet";
import { insertVehicles } from "@/db/queries/fleet/save-fleet";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { insertDriverDay, insertRoute, listDriverDays } from "@/db/queries/plan/driver-days";
import { findPlanOfDay, insertPlan, lockPlan, type PlanRow } from "@/db/queries/plan/find-plan";
import { loadRoutes, lockRoutes } from "@/db/queries/plan/load-routes";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { LatLng } from "@/server/domain/geo";
import type { SeenRoute } from "@/server/domain/plan/confirm-change";
import { eachDraftLeg } from "@/server/domain/plan/draft-board";
import type { DraftRoute } from "@/server/domain/plan/optimization-run";
import { type PlanBoard, routeVisitIds, stopPlaces } from "@/server/domain/plan/plan-board";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import { type CommandScope, changed, command } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { saveChangedDeliveries } from "../order/save-changed-deliveries";
import { changeRoutes } from "../plan/change-routes";
import { loadPartialBoard, type PartialBoard } from "../plan/load-board";
import { openRoutes } from "../plan/open-routes";
import { planDayClock } from "../plan/plan-day-clock";
import { recordEdit } from "../plan/record-edit";
import { sendRoutes } from "../plan/send-routes";
import { refuseStaleRoutes } from "../plan/stale-conflict";
import type { NewDay } from "./new-day";

/** A day of a driver with where its route starts. */
export type StartedDay = NewDay & { readonly startAt: LatLng | null };

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
  readonly routes: readonly Pick<DraftRoute, "routeId" | "visitIds" | "legs">[];
  /** Routes that are there already, as they were when it was decided. */
  readonly seen: readonly SeenRoute[];
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
    events.push(...(await giveDay(scope, change)));
    const wanted = { routeIds, visitIds: change.visitIds };
    const partial = await openRoutes(tx, organizationId, plan, wanted, { isLocked: true, now });
    refuseTaken(partial.board, change);
    addLegs(partial, change);
    const mutationId = scope.newId();
    const sequences = change.routes.map(({ routeId, visitIds }) => ({ routeId, visitIds }));
    const confirmed = partial.board.routes.map(({ id, version }) => ({ routeId: id, version }));
    const { visitIds: movedVisitIds } = change;
    const saved = await changeRoutes(scope, partial, { sequences, movedVisitIds, mutationId, confirmed });
    const touched = partial.board.routes.filter(({ id }) => routeIds.includes(id));
    const inverse: PlanEditInverse = {
      kind: "restore",
      routes: touched.map((route) => ({ routeId: route.id, visitIds: routeVisitIds(route) })),
      leftAs: sequences,
    };
    await recordEdit(scope, {
      planId: plan.id,
      mutationId,
      summary: { kind: "optimize", routes: sequences.length },
      inverse,
    });
    const sent = await sendTaking(scope, plan, change, mutationId);
    return changed({ planId: plan.id }, [...events, ...saved.events, ...sent]);
  },
});

async function holdPlan(scope: CommandScope<undefined>, { planId, projectId, date, timeZone }: AssignmentChange) {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const row = { organizationId, id: planId, projectId, date, timeZone, status: "draft" as const };
  const isNew = await insertPlan(tx, { ...row, createdAt: now, updatedAt: now });
  const { id } = (await findPlanOfDay(tx, organizationId, projectId, date))!;
  const plan = (await lockPlan(tx, organizationId, id))!;
  const data = { projectId, date };
  const events: DomainEvent[] = isNew ? [{ type: "plan.created", entity: "plan", entityId: id, planId: id, data }] : [];
  return { plan, events };
}

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

function overtaken(): ServiceError {
  const message = "The day has changed while this was worked out. Nothing was changed; ask again.";
  return new ServiceError("conflict", message, { reason: "stale" });
}

async function makeDays(scope: CommandScope<undefined>, plan: PlanRow, newDays: readonly StartedDay[]) {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  if (newDays.length === 0) return [];
  const days = await listDriverDays(tx, organizationId, plan.projectId, plan.date);
  const busy = new Set(days.map(({ day }) => day.driverId));
  const out = new Set(days.map(({ day }) => day.vehicleId));
  if (newDays.some((day) => busy.has(day.driverId) || (day.isSpare && out.has(day.vehicleId)))) throw overtaken();
  const numbers = new Set(days.flatMap(({ routeNumber }) => routeNumber ?? []));
  const clock = planDayClock(plan.date, plan.timeZone);
  const events: DomainEvent[] = [];
  for (const day of newDays) {
    const { vehicleId, made } = await vehicleOf(scope, plan.projectId, day);
    events.push(...made);
    const { driverId, driverDayId, routeId, shiftFromSeconds, shiftToSeconds, start, startAt } = day;
    const depotId = start.kind === "depot" ? start.depotId : null;
    const stamps = { createdAt: now, updatedAt: now };
    await insertDriverDay(tx, {
      organizationId,
      id: driverDayId,
      projectId: plan.projectId,
      driverId,
      date: plan.date,
      vehicleId,
      startDepotId: depotId,
      startLat: depotId === null ? startAt!.lat : null,
      startLng: depotId === null ? startAt!.lng : null,
      endDepotId: depotId,
      shiftFromSeconds,
      shiftToSeconds,
      ...stamps,
    });
    let number = 1;
    while (numbers.has(number)) number++;
    numbers.add(number);
    const startSeconds = clock.elapsed(shiftFromSeconds);
    await insertRoute(tx, {
      organizationId,
      id: routeId,
      planId: plan.id,
      driverDayId,
      number,
      status: "planned",
      startSeconds,
      endSeconds: startSeconds,
      distanceMeters: 0,
      driveSeconds: 0,
      serviceSeconds: 0,
      waitSeconds: 0,
      lateStops: 0,
      costCents: 0,
      ...stamps,
    });
    const data = { change: "added", driverId, routeId };
    events.push({ type: "driver-day.changed", entity: "driver-day", entityId: driverDayId, planId: plan.id, data });
  }
  return events;
}

/** What a driver has to drive that is not in the fleet yet is his from then on, also on the other days of one request. */
async function vehicleOf(scope: CommandScope<undefined>, projectId: string, day: NewDay) {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const { vehicleId: id, newVehicle, driverId } = day;
  if (!newVehicle) return { vehicleId: id, made: [] };
  const [driver] = await findDrivers(tx, organizationId, [driverId]);
  const known = driver?.vehicleId ?? null;
  const [usual] = known === null ? [] : await findVehicles(tx, organizationId, [known]);
  if (usual?.status === "active") {
    if (usual.profile !== newVehicle.profile) throw overtaken();
    return { vehicleId: usual.id, made: [] };
  }
  await insertVehicles(tx, [{ organizationId, id, projectId, ...newVehicle, createdAt: now, updatedAt: now }]);
  await giveUsualVehicle(tx, organizationId, driverId, id, now);
  const made: readonly DomainEvent[] = [
    { type: "vehicle.created", entity: "vehicle", entityId: id, after: { projectId, ...newVehicle } },
    {
      type: "driver.changed",
      entity: "driver",
      entityId: driverId,
      before: { vehicleId: known },
      after: { vehicleId: id },
    },
  ];
  return { vehicleId: id, made };
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
function refuseTaken(board: PlanBoard, { visitIds, routes }: AssignmentChange): void {
  const places = stopPlaces(board);
  const mine = new Set(routes.map(({ routeId }) => routeId));
  for (const visitId of visitIds) {
    const place = places.get(visitId);
    if (!board.visits.has(visitId) || (place && !mine.has(place.route.id))) throw overtaken();
  }
  const given = new Set(routes.flatMap((route) => route.visitIds));
  const kept = board.routes.filter(({ id }) => mine.has(id)).flatMap(routeVisitIds);
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
