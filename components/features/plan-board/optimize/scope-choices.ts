import type { OptimizationScope } from "@/server/domain/plan/optimization-run";
import { scopeOf } from "@/server/domain/plan/optimization-scope";
import { type BoardRoute, type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { BoardGestures } from "../board-store";

export type ScopeKind = "day" | "selection" | "route";

export interface ScopeChoice {
  readonly kind: ScopeKind;
  readonly scope: OptimizationScope | null;
  /** What may change: stops that are dealt out or put in order, and the routes they may be on. */
  readonly stops: number;
  readonly routes: number;
  /** The one route meant, where it is one. */
  readonly route: BoardRoute | null;
}

/** What an optimization may be about, as things are selected: the day always, stops and a route where some are meant. */
export function scopeChoices(
  board: PlanBoard,
  { selectedIds, cursor }: Pick<BoardGestures, "selectedIds" | "cursor">,
): ScopeChoice[] {
  const choices = [choiceOf(board, "day", null, null)];
  const visitIds = [...selectedIds].filter((id) => board.visits.has(id));
  if (visitIds.length > 1) choices.push(choiceOf(board, "selection", { kind: "stops", visitIds }, null));
  const route = routeMeant(board, visitIds, cursor);
  if (route && route.stops.length > 1) {
    choices.push(choiceOf(board, "route", { kind: "routes", routeIds: [route.id] }, route));
  }
  return choices.filter((choice) => choice.kind === "day" || (choice.stops > 0 && choice.routes > 0));
}

function choiceOf(
  board: PlanBoard,
  kind: ScopeKind,
  scope: OptimizationScope | null,
  route: BoardRoute | null,
): ScopeChoice {
  const { routes, candidates, isFree } = scopeOf(board, scope);
  const planned = candidates.filter((id) => board.visits.get(id)!.obstacle === undefined);
  const stops = scope?.kind === "routes" ? planned.length : planned.filter(isFree).length;
  return { kind, scope, stops, routes: routes.length, route };
}

/** The route under the cursor, or the one that all selected stops are on. */
function routeMeant(board: PlanBoard, visitIds: readonly string[], cursor: BoardGestures["cursor"]): BoardRoute | null {
  if (cursor?.kind === "route" && visitIds.length === 0) return board.routes.find(({ id }) => id === cursor.id) ?? null;
  const ids = visitIds.length > 0 ? visitIds : cursor?.kind === "stop" ? [cursor.id] : [];
  const routes = new Set(ids.map((id) => stopPlaces(board).get(id)?.route ?? null));
  const [first] = routes;
  return routes.size === 1 ? (first ?? null) : null;
}
