import { useMemo } from "react";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardStore } from "../board-store";
import { type LiveCount, routesByCount } from "./count-routes";
import { useLiveDay } from "./live-day-context";
import { byBreach } from "./route-figures";
import { useSilentRoutes } from "./use-silent-routes";

/** Which routes are late, silent, on a break …; null while the day is planned, or not yet known. */
export function useCountedRoutes(board: PlanBoard): Record<LiveCount, readonly string[]> | null {
  const day = useLiveDay();
  const silent = useSilentRoutes();
  return useMemo(() => day && routesByCount(board, day, silent), [board, day, silent]);
}

/**
 * The routes in the order of the list: by number, or while they are driven by who needs somebody soonest; and only those
 * that the strip narrows them to.
 */
export function useListedRoutes(board: PlanBoard): readonly BoardRoute[] {
  const { routes } = board;
  const day = useLiveDay();
  const order = useBoardStore((state) => state.liveOrder);
  const only = useBoardStore((state) => state.liveOnly);
  const counted = useCountedRoutes(board);
  return useMemo(() => {
    if (!day) return routes;
    const meant = only === null || !counted ? routes : routes.filter(({ id }) => counted[only].includes(id));
    if (order === "number") return meant;
    const rows = meant.flatMap((route) => {
      const [live, figures] = [day.routes.get(route.id), day.figures.get(route.id)];
      return live && figures ? [{ route, live, figures }] : [];
    });
    return byBreach(rows).map(({ route }) => route);
  }, [routes, day, order, only, counted]);
}
