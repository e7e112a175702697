import { applySequences } from "./apply-board-patch";
import { sumFigures } from "./diff-plan";
import { legKey, measuredLegs } from "./measured-legs";
import { mergeDraft } from "./merge-draft";
import type { DraftFigures, DraftLeg, OptimizationDraft } from "./optimization-run";
import type { OptimizationStrategy } from "./optimization-strategies";
import type { BoardPoint, BoardRoute, PlanBoard } from "./plan-board";
import { drivenPoints } from "./reload-trips";

/** The draft of a strategy, the first where none is named; nothing if there is no such draft. */
export function chosenDraft(
  drafts: readonly OptimizationDraft[] | null,
  strategy: OptimizationStrategy | undefined,
): OptimizationDraft | undefined {
  return strategy ? drafts?.find((draft) => draft.strategy === strategy) : drafts?.[0];
}

/** The routes that moved on since the optimizer read them. */
export function staleDraftRoutes(board: PlanBoard, draft: OptimizationDraft): BoardRoute[] {
  const known = new Map(draft.routes.map((route) => [route.routeId, route.baseVersion]));
  return board.routes.filter((route) => known.has(route.id) && known.get(route.id) !== route.version);
}

/** Calls back with each leg of the draft between the points it joins. */
export function eachDraftLeg(
  board: PlanBoard,
  draft: Pick<OptimizationDraft, "routes">,
  callback: (from: BoardPoint, to: BoardPoint, route: BoardRoute, leg: DraftLeg) => void,
): void {
  const routes = new Map(board.routes.map((route) => [route.id, route]));
  for (const { routeId, visitIds, reloads = [], legs } of draft.routes) {
    const route = routes.get(routeId);
    if (!route) continue;
    const points = drivenPoints(
      route,
      visitIds.map((id) => board.visits.get(id) ?? { id, position: null }),
      reloads,
    );
    legs.forEach((leg, index) => {
      const to = points[index + 1];
      if (to) callback(points[index]!, to, route, leg);
    });
  }
}

/** What the draft comes to over the whole day, for comparing it with its alternatives. */
export function draftFigures(board: PlanBoard, draft: Omit<OptimizationDraft, "figures">): DraftFigures {
  return dayFigures(draftBoard(board, draft));
}

/** The same figures of a day as it stands. */
export function dayFigures({ routes, pool }: Pick<PlanBoard, "routes" | "pool">): DraftFigures {
  const worked = routes.filter((route) => route.stops.length > 0).map(({ schedule }) => schedule.workSeconds);
  return {
    ...sumFigures(routes),
    unassigned: pool.length,
    shortestRouteSeconds: worked.length > 0 ? Math.min(...worked) : 0,
    longestRouteSeconds: Math.max(0, ...worked),
  };
}

/**
 * The day as it would be with the draft: for previews, ghost lines and the comparison before a commit. `movedSince`: the
 * visits people have moved since the optimizer read the day, which stay where they are.
 */
export function draftBoard(
  board: PlanBoard,
  draft: Pick<OptimizationDraft, "routes">,
  movedSince: ReadonlySet<string> = new Set(),
): PlanBoard {
  const known = new Map<string, DraftLeg>();
  eachDraftLeg(board, draft, (from, to, _route, leg) => known.set(legKey(from.id, to.id), leg));
  const legs = measuredLegs(board, known);
  return applySequences(board, mergeDraft(board, draft, movedSince, legs).sequences, legs);
}
