import type { LegSource } from "./board-legs";
import { insertAtBest } from "./find-best-position";
import type { PlanBoard } from "./plan-board";
import { boardVisit, routeVisitIds, stopPlaces } from "./plan-board";
import type { Placement } from "./plan-edit";

export interface RouteSequence {
  readonly routeId: string;
  readonly visitIds: readonly string[];
}

/** Where each of the visits is now, in the order in which `placeVisits` can put them back: by route, in driving order. */
export function placementsOf(board: PlanBoard, visitIds: Iterable<string>): Placement[] {
  const places = stopPlaces(board);
  const wanted = new Set(visitIds);
  const placements: Placement[] = [];
  for (const route of board.routes) {
    route.stops.forEach(({ visitId }, index) => {
      if (!wanted.has(visitId)) return;
      placements.push({ visitId, routeId: route.id, afterVisitId: route.stops[index - 1]?.visitId ?? null });
    });
  }
  for (const visitId of wanted) {
    if (!places.has(visitId)) placements.push({ visitId, routeId: null, afterVisitId: null });
  }
  return placements;
}

/**
 * The sequences of the routes that change when each visit is taken from where it is and put where its placement says,
 * one after the other. Where the visit to follow has left the route meanwhile, the best position is taken.
 */
export function placeVisits(board: PlanBoard, placements: readonly Placement[], legs: LegSource): RouteSequence[] {
  const places = stopPlaces(board);
  const moved = new Set(placements.map((placement) => placement.visitId));
  const sequences = new Map<string, string[]>();
  const sequenceOf = (routeId: string): string[] => {
    const known = sequences.get(routeId);
    if (known) return known;
    const route = board.routes.find((each) => each.id === routeId);
    if (!route) throw new Error(`route ${routeId} is not on the board`);
    const rest = routeVisitIds(route).filter((visitId) => !moved.has(visitId));
    sequences.set(routeId, rest);
    return rest;
  };
  for (const { visitId, routeId, afterVisitId } of placements) {
    const place = places.get(visitId);
    if (place) sequenceOf(place.route.id);
    if (routeId === null) continue;
    const sequence = sequenceOf(routeId);
    const after = afterVisitId === null ? -1 : sequence.indexOf(afterVisitId);
    if (afterVisitId === null || after >= 0) sequence.splice(after + 1, 0, visitId);
    else sequences.set(routeId, placeAtBest(board, routeId, sequence, visitId, legs));
  }
  return changedSequences(board, sequences);
}

function placeAtBest(
  board: PlanBoard,
  routeId: string,
  sequence: string[],
  visitId: string,
  legs: LegSource,
): string[] {
  const route = board.routes.find((each) => each.id === routeId)!;
  const visits = sequence.map((each) => boardVisit(board, each));
  return insertAtBest(route, visits, [boardVisit(board, visitId)], legs).map((visit) => visit.id);
}

/** Only those sequences that differ from the board's. */
export function changedSequences(board: PlanBoard, sequences: ReadonlyMap<string, readonly string[]>): RouteSequence[] {
  return board.routes.flatMap((route) => {
    const visitIds = sequences.get(route.id);
    if (!visitIds) return [];
    const isSame = visitIds.length === route.stops.length && visitIds.every((id, i) => route.stops[i]!.visitId === id);
    return isSame ? [] : [{ routeId: route.id, visitIds }];
  });
}
