import "server-only";
import { findAssignables } from "@/db/queries/assignment/assignables";
import { findJoins } from "@/db/queries/order/delivery-joins";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import { lockRoutes } from "@/db/queries/plan/load-routes";
import { lockDeliveryRows } from "@/db/queries/plan/load-visits";
import type { OptimizationRow } from "@/db/queries/plan/optimizations";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { isAllowedOn } from "@/server/domain/order/allowed-days";
import { type DayMoveOrder, notesOnChosenDay } from "@/server/domain/plan/move-service-day";
import type { OptimizationDraft } from "@/server/domain/plan/optimization-run";
import { isOpenToChange, pairPartners, routeVisitIds, stopPlaces } from "@/server/domain/plan/plan-board";
import type { CommandScope } from "../kernel/command";
import { changeRoutes } from "./change-routes";
import { type DecidedDayMoves, decideDayMoves, saveDayMoves } from "./move-service-days";
import { together } from "./move-together";
import { movedSinceDraft } from "./moved-since-draft";
import { openRoutes } from "./open-routes";

/** A day of a planning with what was found for it; plan and run are held. */
export interface DraftedDay {
  readonly plan: PlanRow;
  readonly run: OptimizationRow;
  readonly draft: OptimizationDraft;
}

type BringScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">;

/** What became of the orders that were planned on other days. */
export interface BroughtOrders {
  readonly events: readonly DomainEvent[];
  /** Doors of those that stay on their day, and on the route they may be on. */
  readonly stayingVisitIds: ReadonlySet<string>;
}

/**
 * Moves orders to the days they were planned on, off their routes first. Those stay that people have touched or locked
 * meanwhile, that may not be made on the day any more, or whose route there is shut by now.
 */
export async function bringOrders(scope: BringScope, days: readonly DraftedDay[]): Promise<BroughtOrders> {
  const toDate = new Map<string, string>();
  const fromDate = new Map<string, string>();
  for (const { plan, draft } of days) {
    for (const { deliveryId, fromDate: from } of draft.brought ?? []) {
      toDate.set(deliveryId, plan.date);
      fromDate.set(deliveryId, from);
    }
  }
  const stayingVisitIds = new Set<string>();
  if (toDate.size === 0) return { events: [], stayingVisitIds };
  await holdAll(scope, days, toDate.keys());
  const shut = await shutVisits(scope, days);
  const events: DomainEvent[] = [];
  for (const day of days) {
    const leaving = [...fromDate].flatMap(([id, from]) => (from === day.plan.date ? [id] : []));
    if (leaving.length === 0) continue;
    const decided = await decide(scope, day, leaving, toDate);
    const going = await takeOff(scope, day, { deliveryIds: leaving, decided, toDate, shut });
    for (const visitId of going.stayingVisitIds) stayingVisitIds.add(visitId);
    events.push(...going.events);
    const moved = decided.moved.filter(({ order }) => going.deliveryIds.has(order.id));
    if (moved.length === 0) continue;
    const saved = await saveDayMoves(scope, day.plan.id, `settle-${day.run.id}`, { ...decided, moved });
    events.push(...saved.events);
  }
  return { events, stayingVisitIds };
}

/** Which of a day's orders may go, once they are off their routes. */
async function decide(
  scope: BringScope,
  { plan }: DraftedDay,
  deliveryIds: readonly string[],
  toDate: ReadonlyMap<string, string>,
): Promise<DecidedDayMoves> {
  const wayOf = ({ id, allowedDays }: DayMoveOrder) => {
    const to = toDate.get(id)!;
    return isAllowedOn(allowedDays, to)
      ? ({ fromDate: plan.date, toDate: to, promise: "keep" } as const)
      : ("not-allowed" as const);
  };
  const each = await decideDayMoves(scope, plan.projectId, deliveryIds, wayOf, { mayBeOnRoute: true });
  const joins = await findJoins(scope.tx, scope.actor.organizationId, deliveryIds);
  const { verdicts, moved } = together(each, joins, deliveryIds);
  return {
    verdicts,
    // Chosen among all days, they are not put off for want of room.
    moved: moved.map(({ order, after }) => ({
      order,
      after: { ...after, rolledOverFrom: notesOnChosenDay(order.rolledOverFrom, after.serviceDate) },
    })),
  };
}

/** Holds what all days touch at once: routes, then deliveries, each in the order of ids. */
async function holdAll({ tx, actor }: BringScope, days: readonly DraftedDay[], deliveryIds: Iterable<string>) {
  const { organizationId } = actor;
  const routeIds = days.flatMap(({ draft }) => draft.routes.map(({ routeId }) => routeId));
  await lockRoutes(tx, organizationId, routeIds);
  await lockDeliveryRows(tx, organizationId, deliveryIds);
}

/** Visits that were planned on a route which takes nothing by now. */
async function shutVisits({ tx, actor, now }: BringScope, days: readonly DraftedDay[]): Promise<ReadonlySet<string>> {
  const shut = new Set<string>();
  for (const { plan, draft } of days) {
    if (!draft.brought) continue;
    const routeIds = draft.routes.map(({ routeId }) => routeId);
    const { board } = await openRoutes(
      tx,
      actor.organizationId,
      plan,
      { routeIds, visitIds: [] },
      { isLocked: true, now },
    );
    const open = new Set(
      board.routes.flatMap(({ id, locked, status }) => (!locked && isOpenToChange(status) ? [id] : [])),
    );
    for (const { routeId, visitIds } of draft.routes) {
      if (!open.has(routeId)) for (const visitId of visitIds) shut.add(visitId);
    }
  }
  return shut;
}

interface Leaving {
  readonly deliveryIds: readonly string[];
  readonly decided: DecidedDayMoves;
  readonly toDate: ReadonlyMap<string, string>;
  /** Visits that nobody could take on the other day. */
  readonly shut: ReadonlySet<string>;
}

interface TakenOff extends BroughtOrders {
  readonly deliveryIds: ReadonlySet<string>;
}

/** Those of the deliveries that may leave the day are on no route any more. */
async function takeOff(
  scope: BringScope,
  { plan, run, draft }: DraftedDay,
  { deliveryIds, decided, toDate, shut }: Leaving,
): Promise<TakenOff> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const known = await findAssignables(tx, organizationId, deliveryIds);
  const wanted = {
    routeIds: draft.routes.map(({ routeId }) => routeId),
    visitIds: known.flatMap(({ visitIds }) => visitIds),
  };
  const partial = await openRoutes(tx, organizationId, plan, wanted, { isLocked: true, now });
  const { board } = partial;
  const touched = await movedSinceDraft(tx, organizationId, board, draft);
  const places = stopPlaces(board);
  const inDraft = new Set(wanted.routeIds);
  const allowed = new Set(decided.moved.map(({ order }) => order.id));
  const goal = new Map(
    known
      .filter(({ id }) => allowed.has(id))
      .flatMap(({ id, visitIds }) => visitIds.map((visitId) => [visitId, toDate.get(id)!])),
  );
  const mayLeave = (visitId: string) => {
    const route = places.get(visitId)?.route;
    if (shut.has(visitId) || touched.has(visitId) || board.visits.get(visitId)?.timeLock) return false;
    return !route || (inDraft.has(route.id) && route.status === "planned" && !route.locked);
  };
  const partners = pairPartners(board);
  // What has been joined meanwhile was not planned together.
  const mayBothLeave = (visitId: string) => {
    const partner = partners.get(visitId) ?? visitId;
    return goal.has(visitId) && goal.get(visitId) === goal.get(partner) && mayLeave(visitId) && mayLeave(partner);
  };
  const going = known.filter(({ visitIds }) => visitIds.every(mayBothLeave));
  const leaving = new Set(going.flatMap(({ visitIds }) => visitIds));
  const taken = {
    deliveryIds: new Set(going.map(({ id }) => id)),
    stayingVisitIds: new Set(wanted.visitIds.filter((visitId) => !leaving.has(visitId))),
  };
  const giving = board.routes.filter((route) => route.stops.some(({ visitId }) => leaving.has(visitId)));
  if (giving.length === 0) return { ...taken, events: [] };
  const saved = await changeRoutes(scope, partial, {
    sequences: giving.map((route) => ({
      routeId: route.id,
      visitIds: routeVisitIds(route).filter((visitId) => !leaving.has(visitId)),
    })),
    mutationId: `settle-${run.id}`,
    confirmed: giving.map(({ id, version }) => ({ routeId: id, version })),
  });
  return { ...taken, events: saved.events };
}
