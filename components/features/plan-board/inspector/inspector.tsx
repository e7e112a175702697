"use client";
import { useBoard } from "../board-context";
import { useBoardStore } from "../board-store";
import type { BoardCommands } from "../commands/use-board-commands";
import { PlanSummary } from "./plan-summary";
import { RouteInspector } from "./route-inspector";
import { SelectionInspector } from "./selection-inspector";
import { StopInspector } from "./stop-inspector";

/** What is picked, in full; with nothing picked, the day. */
export function Inspector({ commands }: { commands: BoardCommands }) {
  const { board, pendingRouteIds } = useBoard();
  const selectedIds = useBoardStore((state) => state.selectedIds);
  const cursor = useBoardStore((state) => state.cursor);
  const picked = [...selectedIds].filter((id) => board.visits.has(id));
  if (picked.length > 1) return <SelectionInspector board={board} visitIds={picked} commands={commands} />;
  const stopId = picked[0] ?? (cursor?.kind === "stop" ? cursor.id : undefined);
  const visit = stopId === undefined ? undefined : board.visits.get(stopId);
  if (visit) {
    const isPending = board.routes.some(
      (route) => pendingRouteIds.has(route.id) && route.stops.some((stop) => stop.visitId === visit.id),
    );
    return <StopInspector board={board} visit={visit} isPending={isPending} commands={commands} />;
  }
  const route = cursor?.kind === "route" ? board.routes.find((each) => each.id === cursor.id) : undefined;
  if (route) {
    return <RouteInspector board={board} route={route} isPending={pendingRouteIds.has(route.id)} commands={commands} />;
  }
  return <PlanSummary board={board} />;
}
