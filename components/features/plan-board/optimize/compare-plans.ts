import { type RouteFigures, routeFigures } from "@/server/domain/plan/diff-plan";
import { type BoardRoute, type PlanBoard, routeVisitIds } from "@/server/domain/plan/plan-board";

/** A route in one of the plans. */
export interface ComparedRoute {
  readonly figures: RouteFigures;
  /** Another sequence than now. */
  readonly isChanged: boolean;
}

export interface RouteComparison {
  readonly route: BoardRoute;
  readonly now: RouteFigures;
  /** By plan, in their order; null while its routes are on their way. */
  readonly plans: readonly (ComparedRoute | null)[];
}

/** Every route that any of the plans changes, as it is and as each of them has it. */
export function comparePlans(now: PlanBoard, plans: readonly (PlanBoard | null)[]): RouteComparison[] {
  const byId = plans.map((plan) => plan && new Map(plan.routes.map((route) => [route.id, route])));
  return now.routes
    .map((route) => ({
      route,
      now: routeFigures(route.schedule),
      plans: byId.map((routes) => {
        if (!routes) return null;
        const other = routes.get(route.id) ?? route;
        return { figures: routeFigures(other.schedule), isChanged: isOther(route, other) };
      }),
    }))
    .filter((row) => row.plans.some((plan) => plan?.isChanged));
}

function isOther(a: BoardRoute, b: BoardRoute): boolean {
  if (a === b) return false;
  const [old, next] = [routeVisitIds(a), routeVisitIds(b)];
  return old.length !== next.length || old.some((id, index) => id !== next[index]);
}

/** Where a figure is least among the plans of which it is known, and not alike in all of them. */
export function leastOf(values: readonly (number | null)[]): (value: number | null) => boolean {
  const known = values.filter((value) => value !== null);
  const least = Math.min(...known);
  const isAnyMore = known.some((value) => value > least);
  return (value) => isAnyMore && value === least;
}
