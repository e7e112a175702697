import { type ChangeNotices, changeNotices } from "./change-notices";
import { diffPlan, type PlanDiff } from "./diff-plan";
import { type BoardRoute, boardVisit, type PlanBoard, type RouteStatus } from "./plan-board";
import { isSameReloads, reloadsOf } from "./reload-trips";
import { compareRoutes, type NewRuleBreak } from "./what-if/preview-route";

/** What a change would do, for somebody's yes or no. */
export interface ChangePreview {
  /** The routes that change, and their sums. */
  readonly diff: PlanDiff;
  /** Every rule that the change breaks, or breaks worse. */
  readonly newBreaks: readonly NewRuleBreak[];
  readonly notices: ChangeNotices;
  /** How many visits more, or fewer, are on no route. */
  readonly unplannedDelta: number;
  /** True while a way that nobody drives yet is only an estimate: shown with `~`. */
  readonly isApproximate: boolean;
}

/** The difference between two states of a day, route by route, with whom it concerns. Routes of one side only are left out. */
export function previewChange(before: PlanBoard, after: PlanBoard): ChangePreview {
  const afterById = new Map(after.routes.map((route) => [route.id, route]));
  const pairs = before.routes.flatMap((route): [BoardRoute, BoardRoute][] => {
    const next = afterById.get(route.id);
    return next && next !== route && isOtherRoute(route, next) ? [[route, next]] : [];
  });
  const [old, next] = [pairs.map(([route]) => route), pairs.map(([, route]) => route)];
  const compared = pairs.map(([route, other]) => compareRoutes(route, other));
  return {
    diff: diffPlan(old, next),
    newBreaks: compared.flatMap((each) => each.newBreaks),
    notices: changeNotices(old, next),
    unplannedDelta: after.pool.length - before.pool.length,
    isApproximate: compared.some((each) => each.isApproximate),
  };
}

/** Another sequence, other places to load again, another driver or another vehicle. */
function isOtherRoute(a: BoardRoute, b: BoardRoute): boolean {
  if (a.driver.id !== b.driver.id || a.vehicle.id !== b.vehicle.id) return true;
  if (!isSameReloads(reloadsOf(a), reloadsOf(b))) return true;
  return a.stops.length !== b.stops.length || a.stops.some((stop, index) => stop.visitId !== b.stops[index]!.visitId);
}

/** Why a move is shown before it is done: it takes several orders at once, or a driver holds one of the routes. */
export type PreviewReason = "several-orders" | "sent-route";

/** Whether a move is shown first; null: it is small and of nobody's concern yet, so it is done at once. */
export function previewReason(
  board: PlanBoard,
  movedVisitIds: readonly string[],
  changed: readonly { readonly routeId: string }[],
): PreviewReason | null {
  if (changed.length === 0) return null;
  if (sentRoutes(board, changed).length > 0) return "sent-route";
  const deliveries = new Set(movedVisitIds.map((visitId) => boardVisit(board, visitId).deliveryId));
  return deliveries.size > 1 ? "several-orders" : null;
}

const isHeld = (status: RouteStatus) => status === "dispatched" || status === "started";

/** Those of the routes that a driver holds. */
export function sentRoutes(
  board: Pick<PlanBoard, "routes">,
  changed: readonly { readonly routeId: string }[],
): BoardRoute[] {
  const ids = new Set(changed.map((each) => each.routeId));
  return board.routes.filter((route) => isHeld(route.status) && ids.has(route.id));
}
