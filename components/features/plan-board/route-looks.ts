import { createContext, use, useState } from "react";
import { assignRouteLooks } from "@/server/domain/plan/assign-route-looks";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { RouteLook } from "@/server/domain/plan/route-look";

type Looks = ReadonlyMap<string, RouteLook>;

const PLAIN: RouteLook = { hueIndex: 0, styleIndex: 0 };

export const RouteLooksContext = createContext<Looks>(new Map());

export function useRouteLook(routeId: string): RouteLook {
  return use(RouteLooksContext).get(routeId) ?? PLAIN;
}

/** Hue and line style of each route; the same object until one of them changes. */
export function useRouteLooks(board: PlanBoard): Looks {
  const [kept, setKept] = useState<{ key: string; looks: Looks }>({ key: "", looks: new Map() });
  const key = board.routes.map(lookKey).join();
  if (kept.key === key) return kept.looks;
  const looks = looksOf(board);
  setKept({ key, looks });
  return looks;
}

/** With the same key a route's look is the same. */
function lookKey({ id, look, stops }: PlanBoard["routes"][number]): string {
  return `${id}${look ? `${look.hueIndex}/${look.styleIndex}` : stops.length > 0 ? "+" : ""}`;
}

/**
 * The looks that the day's routes were given. A route that has just got its first stops wears what the server is about
 * to give it; one without stops wears what the others leave over.
 */
export function looksOf(board: PlanBoard): Looks {
  const given = new Map(board.routes.flatMap(({ id, look }) => (look ? [[id, look] as const] : [])));
  const shapes = board.routes.map((route) => ({
    id: route.id,
    points: route.stops.flatMap(({ visitId }) => {
      const position = board.visits.get(visitId)?.position;
      return position ? [[position.lng, position.lat] as const] : [];
    }),
  }));
  const filled = board.routes.filter(({ look, stops }) => look || stops.length > 0).map(({ id }) => id);
  const worn = assignRouteLooks(
    shapes.filter(({ id }) => filled.includes(id)),
    given,
  );
  return assignRouteLooks(shapes, worn);
}
