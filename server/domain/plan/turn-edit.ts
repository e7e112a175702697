import { type DeliveryStatus, isPlannable } from "@/server/domain/order/delivery-status";
import type { LegSource } from "./board-legs";
import { placementsIn } from "./move-stops";
import { type PlaceConflict, placeConflicts } from "./place-conflicts";
import { changedSequences, markedSequences, placementsOf, placeVisits, type RouteSequence } from "./place-visits";
import {
  type BoardRoute,
  boardVisit,
  isOpenToChange,
  type PlanBoard,
  pairPartners,
  routeVisitIds,
  stopPlaces,
} from "./plan-board";
import type { Placement, PlanEditInverse, SequenceInverse } from "./plan-edit";
import {
  carriedReloads,
  keptReloads,
  marksToTurn,
  openReloads,
  type SequenceReload,
  sequencesAround,
} from "./reload-trips";
import { displacedBy } from "./under-way";

export type TurnRefusal =
  | { readonly reason: "route-not-found" }
  | { readonly reason: "visit-closed" | "stop-made"; readonly visitId: string }
  | { readonly reason: "route-finished" | "route-locked"; readonly routeId: string; readonly routeNumber: number }
  | { readonly reason: "moved-since"; readonly conflicts: readonly PlaceConflict[] }
  | { readonly reason: "changed-since"; readonly routeNumbers: readonly number[] };

export type TurnOutcome =
  | { readonly ok: false; readonly refusal: TurnRefusal }
  | {
      readonly ok: true;
      readonly sequences: readonly RouteSequence[];
      /** What turns it round again. */
      readonly inverse: SequenceInverse;
    };

/**
 * Takes an edit back, or does it again, on the day as it is now. Refused when somebody has moved the same stops since,
 * unless it is asked for as a change of its own; other people's other changes stay.
 */
export function turnEdit(
  board: PlanBoard,
  inverse: SequenceInverse,
  legs: LegSource,
  options: { readonly asNewChange?: boolean; readonly overrideLocks?: boolean } = {},
): TurnOutcome {
  const turned =
    inverse.kind === "place" ? turnPlaces(board, inverse, legs, options) : restore(board, inverse, legs, options);
  if (!turned.ok) return turned;
  const touched = new Set(turned.sequences.map((sequence) => sequence.routeId));
  for (const route of board.routes) {
    if (!touched.has(route.id)) continue;
    const named = { routeId: route.id, routeNumber: route.number };
    if (!isOpenToChange(route.status)) return refuse({ reason: "route-finished", ...named });
    if (route.locked && !options.overrideLocks) return refuse({ reason: "route-locked", ...named });
  }
  const made = displacedBy(board, turned.sequences);
  if (made !== undefined) return refuse({ reason: "stop-made", visitId: made });
  const gone = closedVisit(board, turned.sequences);
  return gone === undefined ? turned : refuse({ reason: "visit-closed", visitId: gone });
}

/** A visit under way or done that the sequences would take to another route, or off its own. */
function closedVisit(board: PlanBoard, sequences: readonly RouteSequence[]): string | undefined {
  const routeOf = new Map(sequences.flatMap(({ routeId, visitIds }) => visitIds.map((visitId) => [visitId, routeId])));
  const touched = new Set(sequences.map((sequence) => sequence.routeId));
  return board.routes
    .filter((route) => touched.has(route.id))
    .flatMap((route) => routeVisitIds(route).filter((visitId) => routeOf.get(visitId) !== route.id))
    .find((visitId) => isClosed(boardVisit(board, visitId).status));
}

const isClosed = (status: DeliveryStatus) => !isPlannable(status) && status !== "assigned";

function refuse(refusal: TurnRefusal): TurnOutcome {
  return { ok: false, refusal };
}

function turnPlaces(
  board: PlanBoard,
  inverse: PlanEditInverse & { kind: "place" },
  legs: LegSource,
  { asNewChange }: { readonly asNewChange?: boolean },
): TurnOutcome {
  const conflicts = placeConflicts(board, inverse.leftAt);
  if (conflicts.length > 0 && !asNewChange) return refuse({ reason: "moved-since", conflicts });
  const placements = inverse.placements.filter((placement) => board.visits.has(placement.visitId));
  const known = new Set(board.routes.map((route) => route.id));
  if (placements.some(({ routeId }) => routeId !== null && !known.has(routeId))) {
    return refuse({ reason: "route-not-found" });
  }
  const partners = pairPartners(board);
  const named = placements.map((placement) => placement.visitId);
  // The other halves go along where a pair would come apart otherwise.
  const visitIds = [...new Set(named.flatMap((visitId) => [visitId, partners.get(visitId) ?? visitId]))];
  const sequences = markedSequences(board, placeVisits(board, placements, legs), inverse.reloads ?? []);
  // A stop whose reload alone is turned is taken from nowhere, and must still be there to turn it again.
  const seen = inverse.leftAt.map(({ visitId }) => visitId).filter((visitId) => board.visits.has(visitId));
  const after = placementsIn(allSequences(board, sequences), [...new Set([...visitIds, ...seen])]);
  return {
    ok: true,
    sequences,
    inverse: {
      kind: "place",
      placements: placementsOf(board, visitIds),
      leftAt: after.map(({ visitId, routeId }) => ({ visitId, routeId })),
      ...marksToTurn(board, sequences),
    },
  };
}

function allSequences(board: PlanBoard, changed: readonly RouteSequence[]): RouteSequence[] {
  const next = new Map(changed.map((sequence) => [sequence.routeId, sequence]));
  return board.routes.map((route) => next.get(route.id) ?? { routeId: route.id, visitIds: routeVisitIds(route) });
}

function restore(
  board: PlanBoard,
  inverse: PlanEditInverse & { kind: "restore" },
  legs: LegSource,
  { asNewChange }: { readonly asNewChange?: boolean },
): TurnOutcome {
  const routes = new Map(board.routes.map((route) => [route.id, route]));
  if (inverse.routes.some(({ routeId }) => !routes.has(routeId))) return refuse({ reason: "route-not-found" });
  const before = reloadsNamed(inverse.routes);
  if (asNewChange)
    return restored(board, placeVisits(board, placementsAround(board, inverse), legs, new Map(), before));
  const left = new Map(inverse.leftAs.map((route) => [route.routeId, route.visitIds]));
  const moved = changedSequences(board, left, reloadsNamed(inverse.leftAs)).map(
    ({ routeId }) => routes.get(routeId)!.number,
  );
  if (moved.length > 0) return refuse({ reason: "changed-since", routeNumbers: moved });
  const places = stopPlaces(board);
  const own = new Set(inverse.routes.map(({ routeId }) => routeId));
  const conflicts = inverse.routes.flatMap(({ routeId, visitIds }) =>
    visitIds.flatMap((visitId) => {
      const place = places.get(visitId);
      const isTaken = place && !own.has(place.route.id);
      return isTaken || !board.visits.has(visitId) ? placeConflicts(board, [{ visitId, routeId }]) : [];
    }),
  );
  if (conflicts.length > 0) return refuse({ reason: "moved-since", conflicts });
  return restored(
    board,
    changedSequences(board, new Map(inverse.routes.map((route) => [route.routeId, route.visitIds])), before),
  );
}

/** Where routes load again by what was noted of them; elsewhere, and of what is made, as now. */
function reloadsNamed(sequences: readonly RouteSequence[]) {
  const named = new Map(sequences.map((sequence) => [sequence.routeId, sequence]));
  return (route: BoardRoute, visitIds: readonly string[]): readonly SequenceReload[] => {
    const from = named.get(route.id);
    const reloads = from?.reloads && carriedReloads({ visitIds: from.visitIds, reloads: from.reloads }, visitIds);
    return reloads ? openReloads(route, visitIds, reloads) : keptReloads(route, visitIds);
  };
}

function restored(board: PlanBoard, sequences: readonly RouteSequence[]): TurnOutcome {
  const touched = new Set(sequences.map((sequence) => sequence.routeId));
  const before: BoardRoute[] = board.routes.filter((route) => touched.has(route.id));
  return {
    ok: true,
    sequences,
    inverse: {
      kind: "restore",
      ...sequencesAround(before, sequences),
    },
  };
}

/**
 * The old sequences as placements: what the edit had put on its routes besides goes back to the pool, unless somebody
 * has taken it elsewhere; what others have put there since stays, behind the stop it follows now.
 */
function placementsAround(board: PlanBoard, { routes, leftAs }: PlanEditInverse & { kind: "restore" }): Placement[] {
  const wanted = new Set(routes.flatMap((route) => route.visitIds));
  const edited = new Set(leftAs.flatMap((route) => route.visitIds));
  const back = routes.flatMap(({ routeId, visitIds }) => {
    const here = visitIds.filter((visitId) => board.visits.has(visitId));
    return here.map((visitId, index): Placement => ({ visitId, routeId, afterVisitId: here[index - 1] ?? null }));
  });
  const own = new Set(routes.map(({ routeId }) => routeId));
  const others = board.routes.flatMap((route) => {
    if (!own.has(route.id)) return [];
    const visitIds = routeVisitIds(route);
    return visitIds.flatMap((visitId, index): Placement[] => {
      if (wanted.has(visitId)) return [];
      if (edited.has(visitId)) return [{ visitId, routeId: null, afterVisitId: null }];
      return [{ visitId, routeId: route.id, afterVisitId: visitIds[index - 1] ?? null }];
    });
  });
  return [...back, ...others];
}
