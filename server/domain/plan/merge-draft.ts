import type { LegSource } from "./board-legs";
import type { OptimizationDraft } from "./optimization-run";
import { placementsOf, placeVisits, type RouteSequence } from "./place-visits";
import { type BoardRoute, isOpenToChange, type PlanBoard, pairPartners, routeVisitIds, stopPlaces } from "./plan-board";
import { carriedReloads, keptReloads, openReloads } from "./reload-trips";
import { madeFirst } from "./under-way";

export interface MergedDraft {
  /** What changes. */
  readonly sequences: readonly RouteSequence[];
  /** Visits that stay where people have put them while the optimizer worked, with the other halves of pairs. */
  readonly keptVisitIds: readonly string[];
  /** Routes the draft no longer reaches: locked, under way or taken away meanwhile. */
  readonly keptRouteNumbers: readonly number[];
}

/**
 * A draft put on the day as it has become: what people moved while the optimizer worked stays where they put it, routes
 * they locked stay as they are, everything else is as the draft says. `movedSince`: the visits moved by hand; `staying`:
 * others that are not moved.
 */
export function mergeDraft(
  board: PlanBoard,
  draft: Pick<OptimizationDraft, "routes">,
  movedSince: ReadonlySet<string>,
  legs: LegSource,
  staying: ReadonlySet<string> = new Set(),
): MergedDraft {
  const inDraft = new Set(draft.routes.map((route) => route.routeId));
  const closed = board.routes.filter(
    (route) => inDraft.has(route.id) && (route.locked || !isOpenToChange(route.status)),
  );
  const closedIds = new Set(closed.map((route) => route.id));
  const pinned = pinnedVisits(board, draft, new Set([...movedSince, ...staying]), closedIds);
  const base = new Map(
    draftSequences(board, draft)
      .filter(({ routeId }) => !closedIds.has(routeId))
      .map(({ routeId, visitIds }) => {
        const route = board.routes.find((each) => each.id === routeId)!;
        const isMade = new Set(route.underWay?.made.map((each) => each.visitId));
        const kept = visitIds.filter((visitId) => isMade.has(visitId) || !pinned.has(visitId));
        return [routeId, madeFirst(route, kept)];
      }),
  );
  const made = new Set(board.routes.flatMap((route) => route.underWay?.made.map((each) => each.visitId) ?? []));
  const held = placementsOf(board, pinned).filter(
    ({ visitId, routeId }) => routeId !== null && base.has(routeId) && !made.has(visitId),
  );
  return {
    sequences: placeVisits(board, held, legs, base, draftReloads(draft, movedSince)),
    keptVisitIds: [...movedSince].filter((visitId) => pinned.has(visitId) && isElsewhere(board, draft, visitId)),
    keptRouteNumbers: closed.map((route) => route.number),
  };
}

/** Where the draft has its routes load again; people's stops take no reload of the draft's with them. */
function draftReloads(draft: Pick<OptimizationDraft, "routes">, movedSince: ReadonlySet<string>) {
  const drafted = new Map(draft.routes.map((route) => [route.routeId, route]));
  return (route: BoardRoute, visitIds: readonly string[]) => {
    const from = drafted.get(route.id);
    if (!from) return keptReloads(route, visitIds);
    const reloads = carriedReloads({ visitIds: from.visitIds, reloads: from.reloads ?? [] }, visitIds, movedSince);
    return openReloads(route, visitIds, reloads);
  };
}

/** The draft wants the visit on another route than the one it is on. */
function isElsewhere(board: PlanBoard, draft: Pick<OptimizationDraft, "routes">, visitId: string): boolean {
  const wanted = draft.routes.find((route) => route.visitIds.includes(visitId))?.routeId;
  return stopPlaces(board).get(visitId)?.route.id !== wanted;
}

/** What must stay where it is: `held`, on a closed route or meant for one; each with the other half of its pair. */
function pinnedVisits(
  board: PlanBoard,
  draft: Pick<OptimizationDraft, "routes">,
  held: ReadonlySet<string>,
  closedIds: ReadonlySet<string>,
): Set<string> {
  const known = new Set(board.routes.map((route) => route.id));
  const places = stopPlaces(board);
  const lost = draft.routes.filter(({ routeId }) => closedIds.has(routeId) || !known.has(routeId));
  const onClosed = board.routes.filter((route) => closedIds.has(route.id)).flatMap(routeVisitIds);
  const partners = pairPartners(board);
  const all = [...held, ...onClosed, ...lost.flatMap((route) => route.visitIds)];
  const inDraft = new Set(draft.routes.map((route) => route.routeId));
  // Whoever is on a route outside the draft stays there anyhow, and so does the other half.
  for (const { visitIds } of draft.routes) {
    for (const visitId of visitIds) {
      const place = places.get(visitId);
      if (place && !inDraft.has(place.route.id)) all.push(visitId);
    }
  }
  return new Set(
    all
      .flatMap((visitId) => [visitId, partners.get(visitId) ?? visitId])
      .filter((visitId) => board.visits.has(visitId)),
  );
}

/**
 * The draft's sequences as far as they can still be had: without visits that have left the day or were planned on a
 * route outside the draft meanwhile, and without routes that are gone.
 */
function draftSequences(board: PlanBoard, draft: Pick<OptimizationDraft, "routes">): RouteSequence[] {
  const places = stopPlaces(board);
  const inDraft = new Set(draft.routes.map((route) => route.routeId));
  const known = new Set(board.routes.map((route) => route.id));
  const isFree = (visitId: string) => {
    const place = places.get(visitId);
    return board.visits.has(visitId) && (!place || inDraft.has(place.route.id));
  };
  return draft.routes
    .filter((route) => known.has(route.routeId))
    .map(({ routeId, visitIds }) => ({ routeId, visitIds: visitIds.filter(isFree) }));
}
