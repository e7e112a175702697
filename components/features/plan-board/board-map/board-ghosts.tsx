"use client";
import { use, useMemo } from "react";
import { GhostLayer, type GhostLine } from "@/components/map/ghost-layer";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { drivenPoints, keptReloads } from "@/server/domain/plan/reload-trips";
import { useBoard } from "../board-context";
import { useBoardStore } from "../board-store";
import { RouteLooksContext } from "../route-looks";
import { type MapLine, pointsOf } from "./draw-route-line";

export interface PreviewLine {
  readonly routeId: string;
  /** The route as it would be, or a way it would no longer take. */
  readonly kind: "proposed" | "removed";
  readonly line: MapLine;
}

const NO_LINES: readonly PreviewLine[] = [];

/** What is not yet so: the ways a drag would add, or the routes of a proposal. */
export function BoardGhosts({ proposed = NO_LINES }: { proposed?: readonly PreviewLine[] }) {
  const { board } = useBoard();
  const looks = use(RouteLooksContext);
  const drag = useBoardStore((state) => state.drag);
  const preview = useBoardStore((state) => state.dropPreview);
  const lines = useMemo((): GhostLine[] => {
    const hueOf = (routeId: string) => looks.get(routeId)?.hueIndex ?? 0;
    if (proposed.length > 0) {
      return proposed.map(({ routeId, kind, line }, index) => ({
        id: `${routeId}-${index}`,
        kind,
        hueIndex: hueOf(routeId),
        coordinates: line,
      }));
    }
    if (!drag || !preview?.ok) return [];
    const moved = new Set(preview.movedVisitIds);
    return preview.routes.flatMap(({ routeId, visitIds }) =>
      newLegs(board, routeId, visitIds, moved).map(
        (coordinates, index): GhostLine => ({
          id: `${routeId}-${index}`,
          kind: "added",
          hueIndex: hueOf(routeId),
          coordinates,
        }),
      ),
    );
  }, [board, looks, drag, preview, proposed]);
  return <GhostLayer lines={lines} />;
}

/** The legs to and from the moved stops in their new place, as far as positions are known. */
function newLegs(
  board: PlanBoard,
  routeId: string,
  visitIds: readonly string[],
  moved: ReadonlySet<string>,
): (readonly [number, number])[][] {
  const route = board.routes.find((each) => each.id === routeId);
  if (!route) return [];
  const stops = pointsOf(board.visits, visitIds);
  const points = drivenPoints(route, stops, keptReloads(route, visitIds, moved));
  return points.slice(1).flatMap((to, index) => {
    const from = points[index]!;
    if (!from.position || !to.position || !(moved.has(from.id) || moved.has(to.id))) return [];
    return [[[from.position.lng, from.position.lat] as const, [to.position.lng, to.position.lat] as const]];
  });
}
