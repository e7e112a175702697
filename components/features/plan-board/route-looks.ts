import { createContext, use, useEffect, useState } from "react";
import { assignRouteLooks } from "@/components/map/assign-route-looks";
import type { RouteLook } from "@/components/map/route-palette";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { keepLooks, readKeptLooks } from "./kept-looks";

const PLAIN: RouteLook = { hueIndex: 0, styleIndex: 0 };

export const RouteLooksContext = createContext<ReadonlyMap<string, RouteLook>>(new Map());

export function useRouteLook(routeId: string): RouteLook {
  return use(RouteLooksContext).get(routeId) ?? PLAIN;
}

/** Hue and line style of each route; a route that has stops keeps its look for the day, however it is edited. */
export function useAssignedLooks(board: PlanBoard): ReadonlyMap<string, RouteLook> {
  const planId = board.plan.id;
  const [kept, setKept] = useState<{ key: string; looks: ReadonlyMap<string, RouteLook> }>(() => ({
    key: "",
    looks: readKeptLooks(() => localStorage, planId),
  }));
  const key = board.routes.map((route) => `${route.id}${route.stops.length > 0 ? "+" : ""}`).join();
  const isFilled = key.includes("+");
  useEffect(() => {
    if (isFilled && kept.key === key) keepLooks(() => localStorage, planId, kept.looks);
  }, [planId, isFilled, key, kept]);
  if (kept.key === key) return kept.looks;
  // The looks of routes without stops were given blindly: they count once there is something to look at.
  const isKnown = kept.key === "" || kept.key.includes("+");
  const shapes = board.routes.map((route) => ({
    id: route.id,
    points: route.stops.flatMap(({ visitId }) => {
      const position = board.visits.get(visitId)?.position;
      return position ? [[position.lng, position.lat] as const] : [];
    }),
  }));
  const looks = assignRouteLooks(shapes, isKnown ? kept.looks : undefined);
  setKept({ key, looks });
  return looks;
}
