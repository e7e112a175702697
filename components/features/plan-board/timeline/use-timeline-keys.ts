import type { KeyboardEvent } from "react";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import { type BoardStore, useBoardStoreApi } from "../board-store";
import { toggleRoute } from "../route-list/toggle-row";
import { moveCursor, selectStop } from "../select-stops";
import { stopNear } from "./route-blocks";
import type { TimeZoom } from "./use-time-zoom";

/**
 * Keys inside the timeline: left and right walk a van's stops, up and down go to whoever is served about the same time
 * on the next van, plus and minus zoom, 0 shows the whole day.
 */
export function useTimelineKeys(board: PlanBoard, zoom: TimeZoom): (event: KeyboardEvent) => void {
  const store = useBoardStoreApi();
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Record<string, () => void> = {
      ArrowRight: () => walkStops(store, board, 1, event.shiftKey),
      ArrowLeft: () => walkStops(store, board, -1, event.shiftKey),
      ArrowDown: () => walkRoutes(store, board, 1),
      ArrowUp: () => walkRoutes(store, board, -1),
      Home: () => walkStops(store, board, Number.NEGATIVE_INFINITY, event.shiftKey),
      End: () => walkStops(store, board, Number.POSITIVE_INFINITY, event.shiftKey),
      "+": () => zoom.zoomBy(1.5),
      "=": () => zoom.zoomBy(1.5),
      "-": () => zoom.zoomBy(1 / 1.5),
      "0": () => zoom.showAll(),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    step();
  };
}

function walkStops(store: BoardStore, board: PlanBoard, by: number, isExtending: boolean): void {
  const { cursor } = store.getState();
  const place = cursor?.kind === "stop" ? stopPlaces(board).get(cursor.id) : undefined;
  const route =
    place?.route ??
    board.routes.find((each) => cursor?.kind === "route" && each.id === cursor.id) ??
    board.routes.find((each) => each.stops.length > 0);
  if (!route || route.stops.length === 0) return;
  const last = route.stops.length - 1;
  const index = place ? Math.max(0, Math.min(last, place.index + by)) : by > 0 ? 0 : last;
  const order = route.stops.map((stop) => stop.visitId);
  toggleRoute(store, route.id, true);
  if (isExtending) selectStop(store, order[index]!, "extend", order);
  else moveCursor(store, { kind: "stop", id: order[index]! });
}

function walkRoutes(store: BoardStore, board: PlanBoard, by: 1 | -1): void {
  const { cursor } = store.getState();
  const place = cursor?.kind === "stop" ? stopPlaces(board).get(cursor.id) : undefined;
  const routeId = place?.route.id ?? (cursor?.kind === "route" ? cursor.id : null);
  const index = board.routes.findIndex((route) => route.id === routeId);
  const next = board.routes[index < 0 ? 0 : Math.max(0, Math.min(board.routes.length - 1, index + by))];
  if (!next || next.id === routeId) return;
  const visitId = place ? stopNear(next, place.route.schedule.stops[place.index]!.startSeconds) : null;
  moveCursor(store, visitId === null ? { kind: "route", id: next.id } : { kind: "stop", id: visitId });
}
