"use client";
import { useMemo } from "react";
import { AttentionLayer, type AttentionMark } from "@/components/map/attention-layer";
import { useBoard } from "../board-context";
import { useBoardStore } from "../board-store";
import { usePlanExceptions } from "../live/plan-exceptions-context";
import { useVansByRoute } from "../live/vans-context";

/** A sign at each stop with exceptions, and at the van of each route that has some as a whole. */
export function BoardAttention() {
  const { board } = useBoard();
  const { list } = usePlanExceptions();
  const vans = useVansByRoute();
  const hidden = useBoardStore((state) => state.hiddenRouteIds);
  const marks = useMemo(() => {
    const byPlace = new Map<string, AttentionMark>();
    for (const { visitId, routeId } of list) {
      if (routeId !== null && hidden.has(routeId)) continue;
      const position = visitId ? board.visits.get(visitId)?.position : routeId ? vans.get(routeId) : undefined;
      const id = visitId ?? routeId;
      if (position && id) byPlace.set(id, { id, lng: position.lng, lat: position.lat });
    }
    return [...byPlace.values()];
  }, [list, board.visits, vans, hidden]);
  return <AttentionLayer marks={marks} />;
}
