import type { LegSource } from "./board-legs";
import { insertAtBest } from "./find-best-position";
import { type BoardRoute, boardVisit, type PlanBoard, pairPartners, routeVisitIds, stopPlaces } from "./plan-board";
import type { Placement } from "./plan-edit";
import { isSameReloads, keptReloads, type ReloadMark, reloadsOf, type SequenceReload, withMarks } from "./reload-trips";
import { madeStops } from "./under-way";

export interface RouteSequence {
  readonly routeId: string;
  readonly visitIds: readonly string[];
  /** Before which of them the route goes back to load; absent: as `keptReloads` has it. */
  readonly reloads?: readonly SequenceReload[];
}

/** Every route as it is driven. */
export function routeSequences({ routes }: Pick<PlanBoard, "routes">): RouteSequence[] {
  return routes.map((route) => ({ routeId: route.id, visitIds: routeVisitIds(route), ...statedReloads(route) }));
}

/** A route's reloads where it has any. */
function statedReloads(route: BoardRoute): Pick<RouteSequence, "reloads"> {
  const reloads = reloadsOf(route);
  return reloads.length > 0 ? { reloads } : {};
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
 * The sequences with marked reloads set or taken away, also on routes that change in nothing else. What is made keeps its
 * reloads.
 */
export function markedSequences(
  board: PlanBoard,
  sequences: readonly RouteSequence[],
  marks: readonly ReloadMark[],
): RouteSequence[] {
  const changed = new Map(sequences.map((sequence) => [sequence.routeId, sequence]));
  return board.routes.flatMap((route) => {
    const sequence = changed.get(route.id);
    const visitIds = sequence?.visitIds ?? routeVisitIds(route);
    const open = new Set(visitIds.slice(madeStops(route)));
    const own = marks.filter(({ visitId }) => open.has(visitId));
    if (own.length === 0) return sequence ?? [];
    const before = sequence?.reloads ?? keptReloads(route, visitIds);
    const reloads = withMarks(before, visitIds, own);
    return sequence || !isSameReloads(before, reloads) ? [{ routeId: route.id, visitIds, reloads }] : [];
  });
}

/**
 * The sequences of the routes that change when each visit is taken from where it is and put where its placement says,
 * one after the other, behind what is made by then. Where the visit to follow has left the route meanwhile, the best
 * position is taken. Pairs stay
 * together: the other half of a visit that is placed follows it to its route. `base`: sequences to begin with in place of
 * the board's; what they do not name is as the board has it. `reloadsIn`: where they load again; absent: as now.
 */
export function placeVisits(
  board: PlanBoard,
  placements: readonly Placement[],
  legs: LegSource,
  base: ReadonlyMap<string, readonly string[]> = new Map(),
  reloadsIn?: (route: BoardRoute, visitIds: readonly string[]) => readonly SequenceReload[],
): RouteSequence[] {
  const places = stopPlaces(board);
  const moved = new Set(placements.map((placement) => placement.visitId));
  const sequences = new Map<string, string[]>();
  const sequenceOf = (routeId: string): string[] => {
    const known = sequences.get(routeId);
    if (known) return known;
    const begun = base.get(routeId) ?? routeVisitIds(routeOf(board, routeId));
    const rest = begun.filter((visitId) => !moved.has(visitId));
    sequences.set(routeId, rest);
    return rest;
  };
  for (const routeId of base.keys()) sequenceOf(routeId);
  for (const { visitId, routeId, afterVisitId } of placements) {
    const place = places.get(visitId);
    if (place) sequenceOf(place.route.id);
    if (routeId === null) continue;
    const sequence = sequenceOf(routeId);
    const after = afterVisitId === null ? -1 : sequence.indexOf(afterVisitId);
    const firstIndex = madeStops(routeOf(board, routeId));
    if (afterVisitId === null || after >= 0) sequence.splice(Math.max(firstIndex, after + 1), 0, visitId);
    else sequences.set(routeId, putAtBest(board, routeId, sequence, [visitId], legs));
  }
  mendPairs(board, moved, sequences, sequenceOf, legs);
  return changedSequences(board, sequences, reloadsIn ?? ((route, ids) => keptReloads(route, ids, moved)));
}

/** A half whose pair has come apart, or out of order, by what was placed is put at the best place with the other one. */
function mendPairs(
  board: PlanBoard,
  moved: ReadonlySet<string>,
  sequences: Map<string, string[]>,
  sequenceOf: (routeId: string) => string[],
  legs: LegSource,
): void {
  const partners = pairPartners(board);
  const places = stopPlaces(board);
  const routeNow = (visitId: string): string | null => {
    for (const [routeId, sequence] of sequences) if (sequence.includes(visitId)) return routeId;
    const place = places.get(visitId);
    return place && !sequences.has(place.route.id) ? place.route.id : null;
  };
  for (const visitId of moved) {
    const partner = partners.get(visitId);
    if (partner === undefined) continue;
    const isPickup = boardVisit(board, visitId).pairRole === "pickup";
    const pair = isPickup ? [visitId, partner] : [partner, visitId];
    const [routeId, otherRouteId] = [routeNow(visitId), routeNow(partner)];
    const isInOrder = (sequence: readonly string[]) => sequence.indexOf(pair[0]!) < sequence.indexOf(pair[1]!);
    if (routeId === otherRouteId && (routeId === null || isInOrder(sequenceOf(routeId)))) continue;
    for (const each of new Set([routeId, otherRouteId])) {
      if (each === null) continue;
      const rest = sequenceOf(each).filter((id) => !pair.includes(id));
      sequences.set(each, rest);
    }
    if (routeId !== null) sequences.set(routeId, putAtBest(board, routeId, sequenceOf(routeId), pair, legs));
  }
}

function routeOf(board: PlanBoard, routeId: string): BoardRoute {
  const route = board.routes.find((each) => each.id === routeId);
  if (!route) throw new Error(`route ${routeId} is not on the board`);
  return route;
}

function putAtBest(
  board: PlanBoard,
  routeId: string,
  sequence: readonly string[],
  visitIds: readonly string[],
  legs: LegSource,
): string[] {
  const visits = sequence.map((each) => boardVisit(board, each));
  const added = visitIds.map((each) => boardVisit(board, each));
  return insertAtBest(routeOf(board, routeId), visits, added, legs).map((visit) => visit.id);
}

/** Only those sequences that differ from the board's, in their visits or in where the route loads again. */
export function changedSequences(
  board: PlanBoard,
  sequences: ReadonlyMap<string, readonly string[]>,
  reloadsIn: (route: BoardRoute, visitIds: readonly string[]) => readonly SequenceReload[] = keptReloads,
): RouteSequence[] {
  return board.routes.flatMap((route) => {
    const visitIds = sequences.get(route.id);
    if (!visitIds) return [];
    const isSame = visitIds.length === route.stops.length && visitIds.every((id, i) => route.stops[i]!.visitId === id);
    const before = reloadsOf(route);
    const reloads = reloadsIn(route, visitIds);
    if (isSame && isSameReloads(before, reloads)) return [];
    const isStated = before.length > 0 || reloads.length > 0;
    return [{ routeId: route.id, visitIds, ...(isStated && { reloads }) }];
  });
}
