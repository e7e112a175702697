import { isPlannable } from "@/server/domain/order/delivery-status";
import type { LegSource } from "./board-legs";
import { insertInto } from "./find-best-position";
import { changedSequences, placementsOf, type RouteSequence } from "./place-visits";
import {
  type BoardRoute,
  boardVisit,
  isOpenToChange,
  type PlanBoard,
  pairPartners,
  routeVisitIds,
  stopPlaces,
} from "./plan-board";
import type { Placement, PlanEditInverse } from "./plan-edit";
import { keptReloads, marksToTurn } from "./reload-trips";
import { displacedMade, frontStops, madeStops } from "./under-way";
import { cachesWithout } from "./what-if/route-caches";

export type MoveTarget =
  | { readonly kind: "position"; readonly routeId: string; readonly afterVisitId: string | null }
  | { readonly kind: "best"; readonly routeId: string }
  | { readonly kind: "pool" };

export interface MoveIntent {
  readonly visitIds: readonly string[];
  readonly to: MoveTarget;
  /** True once the dispatcher has been asked: locks bind the optimizer, people may step over them. */
  readonly overrideLocks?: boolean;
}

export type MoveRefusal =
  | { readonly reason: "visit-not-found"; readonly visitId: string }
  | { readonly reason: "visit-closed"; readonly visitId: string }
  | { readonly reason: "route-not-found"; readonly routeId: string }
  | { readonly reason: "route-locked"; readonly routeId: string; readonly routeNumber: number }
  | { readonly reason: "route-finished"; readonly routeId: string; readonly routeNumber: number }
  /** Done, or the driver is there or heads for it: nobody moves it, or puts anything before it. */
  | { readonly reason: "stop-made"; readonly visitId: string }
  /** Its goods ride along, or are being fetched: of what is cancelled only. */
  | { readonly reason: "goods-aboard"; readonly visitId: string }
  | { readonly reason: "stop-locked"; readonly visitId: string; readonly lock: MoveLock }
  | { readonly reason: "no-position"; readonly visitId: string }
  | { readonly reason: "depot-without-position"; readonly routeId: string; readonly routeNumber: number }
  | { readonly reason: "anchor-not-found"; readonly visitId: string }
  | { readonly reason: "pair-order"; readonly visitId: string }
  | { readonly reason: "pair-split"; readonly visitId: string };

/** `next`: the driver is about to make it. */
export type MoveLock = "driver" | "position" | "front" | "next";

export interface MovePlan {
  readonly ok: true;
  /** With the other halves of pairs, in the order in which they were placed. */
  readonly movedVisitIds: readonly string[];
  /** New sequences of the routes that change; none when everything is already there. */
  readonly sequences: readonly RouteSequence[];
  /** Where the moved visits end up, by driving order. */
  readonly placements: readonly Placement[];
  readonly inverse: PlanEditInverse & { readonly kind: "place" };
}
export type MoveOutcome = MovePlan | { readonly ok: false; readonly refusal: MoveRefusal };

/**
 * What a drag, a key or a menu asks for, on the board as it is: the sequences it leads to and what takes it back, or
 * why not. Pickups travel with their drop-offs, several stops keep their driving order. Pure: the browser and the
 * server decide by the same function.
 */
export function moveStops(board: PlanBoard, intent: MoveIntent, legs: LegSource): MoveOutcome {
  const missing = intent.visitIds.find((visitId) => !board.visits.has(visitId));
  if (missing !== undefined) return refuse({ reason: "visit-not-found", visitId: missing });
  const target = intent.to.kind === "pool" ? null : board.routes.find((route) => route.id === targetRouteId(intent.to));
  if (target === undefined) return refuse({ reason: "route-not-found", routeId: targetRouteId(intent.to)! });
  const moved = visitsToMove(board, intent);
  const refusal = moveRefusal(board, moved, target, intent);
  if (refusal) return refuse(refusal);
  const placed = newSequences(board, moved, target, intent, legs);
  if (!Array.isArray(placed)) return refuse(placed as MoveRefusal);
  return planOf(board, moved, placed);
}

function refuse(refusal: MoveRefusal): MoveOutcome {
  return { ok: false, refusal };
}

function targetRouteId(to: MoveTarget): string | null {
  return to.kind === "pool" ? null : to.routeId;
}

/** The visits named and their pair partners, in driving order, then those of the pool as named. */
export function visitsToMove(board: PlanBoard, intent: Pick<MoveIntent, "visitIds" | "to">): string[] {
  const places = stopPlaces(board);
  const partners = pairPartners(board);
  const wanted = new Set<string>();
  for (const visitId of intent.visitIds) {
    const partner = partners.get(visitId);
    if (partner === undefined || staysOnRoute(board, visitId, partner, intent.to)) {
      wanted.add(visitId);
      continue;
    }
    const isPickup = boardVisit(board, visitId).pairRole === "pickup";
    for (const each of isPickup ? [visitId, partner] : [partner, visitId]) wanted.add(each);
  }
  const planned = board.routes.flatMap((route) => routeVisitIds(route).filter((visitId) => wanted.has(visitId)));
  return [...planned, ...[...wanted].filter((visitId) => !places.has(visitId))];
}

/** Re-ordering inside the route that carries both halves of a pair moves only the half that was taken. */
function staysOnRoute(board: PlanBoard, visitId: string, partner: string, to: MoveTarget): boolean {
  if (to.kind !== "position") return false;
  const places = stopPlaces(board);
  return places.get(visitId)?.route.id === to.routeId && places.get(partner)?.route.id === to.routeId;
}

/** Why these visits may not be moved to a route (null: off their routes), if they may not. */
export function moveRefusal(
  board: PlanBoard,
  moved: readonly string[],
  target: BoardRoute | null,
  { overrideLocks = false }: Pick<MoveIntent, "overrideLocks">,
): MoveRefusal | undefined {
  const places = stopPlaces(board);
  const routes = new Set(moved.flatMap((visitId) => places.get(visitId)?.route ?? []));
  if (target) routes.add(target);
  for (const route of routes) {
    const named = { routeId: route.id, routeNumber: route.number };
    if (!isOpenToChange(route.status)) return { reason: "route-finished", ...named };
    if (route.locked && !overrideLocks) return { reason: "route-locked", ...named };
  }
  if (target && (!target.start.position || (target.end && !target.end.position))) {
    return { reason: "depot-without-position", routeId: target.id, routeNumber: target.number };
  }
  for (const visitId of moved) {
    const visit = boardVisit(board, visitId);
    const place = places.get(visitId);
    if (place && place.index < madeStops(place.route)) return { reason: "stop-made", visitId };
    if (!isPlannable(visit.status) && visit.status !== "assigned") return { reason: "visit-closed", visitId };
    if (target && !visit.position) return { reason: "no-position", visitId };
    const stop = place?.route.stops[place.index];
    if (place && !overrideLocks && place.index < frontStops(place.route)) {
      return { reason: "stop-locked", visitId, lock: frontLock(place.route, place.index) };
    }
    if (stop && !overrideLocks) {
      if (stop.lockedToDriver && place.route !== target) return { reason: "stop-locked", visitId, lock: "driver" };
      if (stop.lockedToPosition) return { reason: "stop-locked", visitId, lock: "position" };
    }
  }
  return undefined;
}

function newSequences(
  board: PlanBoard,
  moved: readonly string[],
  target: BoardRoute | null,
  { to, overrideLocks = false }: MoveIntent,
  legs: LegSource,
): RouteSequence[] | MoveRefusal {
  const places = stopPlaces(board);
  const isMoved = new Set(moved);
  const sequences = new Map<string, string[]>();
  const takeOut = (route: BoardRoute) =>
    sequences.set(
      route.id,
      routeVisitIds(route).filter((visitId) => !isMoved.has(visitId)),
    );
  for (const visitId of moved) {
    const route = places.get(visitId)?.route;
    if (route && !sequences.has(route.id)) takeOut(route);
  }
  if (target) {
    if (!sequences.has(target.id)) takeOut(target);
    const rest = sequences.get(target.id)!;
    if (to.kind === "position") {
      const index = insertionIndex(target, rest, isMoved, to.afterVisitId);
      if (index === undefined) return { reason: "anchor-not-found", visitId: to.afterVisitId! };
      const refusal = frontRefusal(target, to.afterVisitId, overrideLocks);
      if (refusal) return refusal;
      rest.splice(index, 0, ...moved);
      const displaced = displacedMade(target, rest);
      if (displaced !== undefined) return { reason: "stop-made", visitId: displaced };
    } else {
      const visits = moved.map((visitId) => boardVisit(board, visitId));
      const inserted = insertInto(cachesWithout(board, target, isMoved, legs), visits, legs).sequence;
      sequences.set(
        target.id,
        inserted.map((visit) => visit.id),
      );
    }
    const misplaced = pairOutOfOrder(board, sequences.get(target.id)!, isMoved);
    if (misplaced !== undefined) return { reason: "pair-order", visitId: misplaced };
  }
  return changedSequences(board, sequences, (route, visitIds) => keptReloads(route, visitIds, isMoved));
}

const frontLock = (route: BoardRoute, index: number): MoveLock => (index < route.frozenStops ? "front" : "next");

/** Why nothing may go behind `afterVisitId`: a stop of the route's front would no longer have its place. */
function frontRefusal(route: BoardRoute, afterVisitId: string | null, overrideLocks: boolean): MoveRefusal | undefined {
  const next = afterVisitId === null ? 0 : route.stops.findIndex((stop) => stop.visitId === afterVisitId) + 1;
  const visitId = route.stops[next]?.visitId;
  if (visitId === undefined) return undefined;
  if (next < madeStops(route)) return { reason: "stop-made", visitId };
  if (overrideLocks || next >= frontStops(route)) return undefined;
  return { reason: "stop-locked", visitId, lock: frontLock(route, next) };
}

/** Where in the rest of the route the visits go. A visit to follow that is itself being moved stands for those before it. */
function insertionIndex(
  target: BoardRoute,
  rest: readonly string[],
  isMoved: ReadonlySet<string>,
  afterVisitId: string | null,
): number | undefined {
  if (afterVisitId === null) return 0;
  const all = routeVisitIds(target);
  let at = all.indexOf(afterVisitId);
  if (at < 0) return undefined;
  while (at >= 0 && isMoved.has(all[at]!)) at--;
  return at < 0 ? 0 : rest.indexOf(all[at]!) + 1;
}

/** A drop-off that stands before its pickup, if one of the two has been moved. */
export function pairOutOfOrder(
  board: PlanBoard,
  sequence: readonly string[],
  isMoved: ReadonlySet<string>,
): string | undefined {
  const partners = pairPartners(board);
  return sequence.find((visitId, index) => {
    const partner = partners.get(visitId);
    if (partner === undefined || boardVisit(board, visitId).pairRole !== "dropoff") return false;
    if (!isMoved.has(visitId) && !isMoved.has(partner)) return false;
    return sequence.indexOf(partner) > index;
  });
}

function planOf(board: PlanBoard, moved: readonly string[], sequences: readonly RouteSequence[]): MovePlan {
  const placements = sequences.length === 0 ? placementsOf(board, moved) : placementsIn(sequences, moved);
  const inverse = {
    kind: "place" as const,
    placements: placementsOf(board, moved),
    leftAt: placements.map(({ visitId, routeId }) => ({ visitId, routeId })),
    ...marksToTurn(board, sequences),
  };
  return { ok: true, movedVisitIds: moved, sequences, placements, inverse };
}

/** Where the visits are once the sequences hold; a visit in none of them is in the pool. */
export function placementsIn(sequences: readonly RouteSequence[], visitIds: readonly string[]): Placement[] {
  const wanted = new Set(visitIds);
  const placements: Placement[] = [];
  for (const { routeId, visitIds: sequence } of sequences) {
    sequence.forEach((visitId, index) => {
      if (wanted.delete(visitId)) placements.push({ visitId, routeId, afterVisitId: sequence[index - 1] ?? null });
    });
  }
  for (const visitId of wanted) placements.push({ visitId, routeId: null, afterVisitId: null });
  return placements;
}
