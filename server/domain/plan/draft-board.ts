import { applySequences } from "./apply-board-patch";
import { boardLegs, type LegSource, routePoints } from "./board-legs";
import { sumFigures } from "./diff-plan";
import type { DraftFigures, DraftLeg, OptimizationDraft } from "./optimization-run";
import type { OptimizationStrategy } from "./optimization-strategies";
import type { RouteSequence } from "./place-visits";
import { type BoardPoint, type BoardRoute, type PlanBoard, stopPlaces } from "./plan-board";

/** The draft of a strategy, the first where none is named; nothing if there is no such draft. */
export function chosenDraft(
  drafts: readonly OptimizationDraft[] | null,
  strategy: OptimizationStrategy | undefined,
): OptimizationDraft | undefined {
  return strategy ? drafts?.find((draft) => draft.strategy === strategy) : drafts?.[0];
}

/** The routes that moved on since the optimizer read them: its draft no longer fits. */
export function staleDraftRoutes(board: PlanBoard, draft: OptimizationDraft): BoardRoute[] {
  const known = new Map(draft.routes.map((route) => [route.routeId, route.baseVersion]));
  return board.routes.filter((route) => known.has(route.id) && known.get(route.id) !== route.version);
}

/**
 * The draft's sequences as far as they can still be had: without visits that have left the day or were planned on a
 * route outside the draft meanwhile, and without routes that are gone.
 */
export function draftSequences(board: PlanBoard, draft: Pick<OptimizationDraft, "routes">): RouteSequence[] {
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

/** Calls back with each leg of the draft between the points it joins. */
export function eachDraftLeg(
  board: PlanBoard,
  draft: Pick<OptimizationDraft, "routes">,
  callback: (from: BoardPoint, to: BoardPoint, route: BoardRoute, leg: DraftLeg) => void,
): void {
  const routes = new Map(board.routes.map((route) => [route.id, route]));
  for (const { routeId, visitIds, legs } of draft.routes) {
    const route = routes.get(routeId);
    if (!route) continue;
    const points = routePoints(
      route,
      visitIds.map((id) => board.visits.get(id) ?? { id, position: null }),
    );
    legs.forEach((leg, index) => {
      const to = points[index + 1];
      if (to) callback(points[index]!, to, route, leg);
    });
  }
}

/** What the draft comes to over the whole day, for comparing it with its alternatives. */
export function draftFigures(board: PlanBoard, draft: Omit<OptimizationDraft, "figures">): DraftFigures {
  const after = draftBoard(board, draft);
  const worked = after.routes
    .filter((route) => route.stops.length > 0)
    .map(({ schedule }) => schedule.endSeconds - schedule.startSeconds);
  return {
    ...sumFigures(after.routes),
    unassigned: after.pool.length,
    shortestRouteSeconds: worked.length > 0 ? Math.min(...worked) : 0,
    longestRouteSeconds: Math.max(0, ...worked),
  };
}

/** The day as it would be with the draft: for previews, ghost lines and the comparison before a commit. */
export function draftBoard(board: PlanBoard, draft: Pick<OptimizationDraft, "routes">): PlanBoard {
  const known = new Map<string, DraftLeg>();
  eachDraftLeg(board, draft, (from, to, _route, leg) => known.set(`${from.id}>${to.id}`, leg));
  const estimate = boardLegs(board);
  const legs: LegSource = (from, to, profile) => {
    const leg = known.get(`${from.id}>${to.id}`);
    if (!leg) return estimate(from, to, profile);
    return { durationSeconds: leg[0], distanceMeters: leg[1], isEstimate: leg[2] === 1 };
  };
  return applySequences(board, draftSequences(board, draft), legs);
}
