import type { Command } from "@/components/lib/commands";
import { stopPlaces } from "@/server/domain/plan/plan-board";
import { listOrder } from "../route-list/build-rows";
import { openPool, toggleRoute } from "../route-list/toggle-row";
import { clearSelection, moveCursor, selectStop } from "../select-stops";
import { BOARD_KEYS } from "./board-keys";
import type { CommandContext } from "./command-context";

/** Going about the board without a pointer: stops, routes, the selection, one level back. */
export function walkCommands(context: CommandContext): Command[] {
  const { t, board, store } = context;
  const walk = (id: keyof typeof BOARD_KEYS, label: string, enabled: boolean, run: () => void): Command => ({
    id,
    label,
    hotkey: BOARD_KEYS[id],
    enabled,
    run,
    group: t("group.board"),
  });
  const hasStops = board.visits.size > 0;
  return [
    walk("next-stop", t("nextStop"), hasStops, () => stepStop(context, 1, false)),
    walk("previous-stop", t("previousStop"), hasStops, () => stepStop(context, -1, false)),
    walk("extend-next", t("extendNext"), hasStops, () => stepStop(context, 1, true)),
    walk("extend-previous", t("extendPrevious"), hasStops, () => stepStop(context, -1, true)),
    walk("next-route", t("nextRoute"), board.routes.length > 0, () => stepRoute(context, 1)),
    walk("previous-route", t("previousRoute"), board.routes.length > 0, () => stepRoute(context, -1)),
    walk("toggle-stop", t("toggleStop"), context.gestures.cursor !== null, () => toggleUnderCursor(context)),
    walk("back", t("back"), true, () => stepBack(context)),
    walk("fit", t("fit"), true, () => store.setState((state) => ({ fitRequests: state.fitRequests + 1 }))),
    walk("lasso", t("lasso"), true, () =>
      store.setState(({ tool, panels }) => ({
        tool: tool === "lasso" ? "none" : "lasso",
        narrowView: "map",
        panels: { ...panels, centre: "map" },
      })),
    ),
  ];
}

function stepStop({ board, store, gestures }: CommandContext, step: 1 | -1, isExtending: boolean): void {
  const order = listOrder(board);
  const next = order[nextIndex(order, stopUnderCursor(board, gestures.cursor), step)];
  if (next === undefined) return;
  const route = stopPlaces(board).get(next)?.route;
  if (route) toggleRoute(store, route.id, true);
  else openPool(store, true);
  if (isExtending) selectStop(store, next, "extend", order);
  else moveCursor(store, { kind: "stop", id: next });
}

/** From a route, the walk goes on with its stops; from nothing, with the first of all. */
function stopUnderCursor(
  board: CommandContext["board"],
  cursor: CommandContext["gestures"]["cursor"],
): { at: string | undefined; isBefore: boolean } {
  if (cursor?.kind === "stop") return { at: cursor.id, isBefore: false };
  if (cursor?.kind === "route") {
    const first = board.routes.find((route) => route.id === cursor.id)?.stops[0];
    return { at: first?.visitId, isBefore: true };
  }
  return { at: undefined, isBefore: true };
}

function nextIndex(
  order: readonly string[],
  from: { at: string | undefined; isBefore: boolean },
  step: 1 | -1,
): number {
  const index = from.at === undefined ? 0 : order.indexOf(from.at);
  const next = from.isBefore && step === 1 ? index : index + step;
  return Math.max(0, Math.min(order.length - 1, next));
}

function stepRoute({ board, store, gestures }: CommandContext, step: 1 | -1): void {
  const { cursor } = gestures;
  const current =
    cursor?.kind === "route"
      ? board.routes.findIndex((route) => route.id === cursor.id)
      : cursor?.kind === "stop"
        ? board.routes.findIndex((route) => route.id === stopPlaces(board).get(cursor.id)?.route.id)
        : -1;
  const next = board.routes[Math.max(0, Math.min(board.routes.length - 1, current + step))];
  if (next) moveCursor(store, { kind: "route", id: next.id });
}

function toggleUnderCursor({ board, store, gestures: { cursor } }: CommandContext): void {
  if (cursor?.kind === "stop") selectStop(store, cursor.id, "toggle", []);
  if (cursor?.kind !== "route") return;
  const stops = board.routes.find((route) => route.id === cursor.id)?.stops ?? [];
  store.setState({ selectedIds: new Set(stops.map((stop) => stop.visitId)), pinned: true });
}

/** One level at a time: tool, cut, marked time, selection, isolation, cursor. */
function stepBack({ store }: CommandContext): void {
  const state = store.getState();
  if (state.tool !== "none") store.setState({ tool: "none" });
  else if (state.cutIds.length > 0) store.setState({ cutIds: [] });
  else if (state.timeBrush !== null) store.setState({ timeBrush: null });
  else if (state.selectedIds.size > 0) clearSelection(store, state.cursor);
  else if (state.isolatedRouteIds.size > 0) store.setState({ isolatedRouteIds: new Set() });
  else store.setState({ cursor: null });
}
