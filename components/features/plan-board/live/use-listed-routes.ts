import { useMemo } from "react";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardStore } from "../board-store";
import { useLiveDay } from "./live-day-context";
import { byBreach } from "./route-figures";

/** The routes in the order of the list: by number, or while they are driven by who needs somebody soonest. */
export function useListedRoutes({ routes }: PlanBoard): readonly BoardRoute[] {
  const day = useLiveDay();
  const order = useBoardStore((state) => state.liveOrder);
  return useMemo(() => {
    if (!day || order === "number") return routes;
    const rows = routes.flatMap((route) => {
      const [live, figures] = [day.routes.get(route.id), day.figures.get(route.id)];
      return live && figures ? [{ route, live, figures }] : [];
    });
    return byBreach(rows).map(({ route }) => route);
  }, [routes, day, order]);
}
