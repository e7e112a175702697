import type { BoardRoute, BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { stopLock } from "@/server/domain/plan/stop-lock";

export type ListRow =
  | { readonly kind: "pool"; readonly key: "pool"; readonly count: number; readonly expanded: boolean }
  | { readonly kind: "pool-stop"; readonly key: string; readonly visit: BoardVisit }
  | { readonly kind: "route"; readonly key: string; readonly route: BoardRoute; readonly expanded: boolean }
  | {
      readonly kind: "stop";
      readonly key: string;
      readonly visit: BoardVisit;
      readonly route: BoardRoute;
      readonly index: number;
    };

export interface ListFilter {
  /** Words that must all be found in a stop's name, address or order number, or in a route's number or driver. */
  readonly query: string;
  readonly only: "all" | "late" | "locked";
}

export const NO_FILTER: ListFilter = { query: "", only: "all" };

export interface ListOpenness {
  readonly expandedRouteIds: ReadonlySet<string>;
  /** Null: open while it is short enough to leave the routes in view. */
  readonly poolExpanded: boolean | null;
}

const SHORT_POOL = 8;

/** The rows of the one list: the unassigned, then each route with its stops. A filter opens what it finds something in. */
export function buildRows(board: PlanBoard, openness: ListOpenness, filter: ListFilter = NO_FILTER): ListRow[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  const isFiltered = words.length > 0 || filter.only !== "all";
  const rows: ListRow[] = [];
  addPool(rows, board, words, filter, isFiltered || isPoolOpen(board, openness.poolExpanded), isFiltered);
  for (const route of board.routes) {
    const routeMatches =
      words.length > 0 && hasWords(`route ${route.number} ${route.driver.name} ${route.vehicle.label}`, words);
    const found = route.stops.flatMap((stop, index): ListRow[] => {
      const visit = board.visits.get(stop.visitId)!;
      const isFound =
        !isFiltered ||
        ((routeMatches || hasWords(visitText(visit), words)) && isWanted(route, index, visit, filter.only));
      return isFound ? [{ kind: "stop", key: visit.id, visit, route, index }] : [];
    });
    if (isFiltered && found.length === 0 && !(routeMatches && filter.only === "all")) continue;
    const expanded = openness.expandedRouteIds.has(route.id) || (isFiltered && !routeMatches);
    rows.push({ kind: "route", key: `route:${route.id}`, route, expanded });
    if (expanded) rows.push(...found);
  }
  return rows;
}

/** Whether the unassigned are open in the list. */
export function isPoolOpen({ pool }: Pick<PlanBoard, "pool">, chosen: boolean | null): boolean {
  return chosen ?? pool.length <= SHORT_POOL;
}

function addPool(
  rows: ListRow[],
  board: PlanBoard,
  words: readonly string[],
  filter: ListFilter,
  expanded: boolean,
  isFiltered: boolean,
): void {
  const found =
    filter.only === "all" ? board.pool.filter((id) => hasWords(visitText(board.visits.get(id)!), words)) : [];
  if (isFiltered && found.length === 0) return;
  rows.push({ kind: "pool", key: "pool", count: found.length, expanded: expanded && found.length > 0 });
  if (!expanded) return;
  for (const id of found) rows.push({ kind: "pool-stop", key: id, visit: board.visits.get(id)! });
}

function isWanted(route: BoardRoute, index: number, visit: BoardVisit, only: ListFilter["only"]): boolean {
  if (only === "late") return route.schedule.stops[index]!.breaks.length > 0;
  return only === "all" || route.locked || stopLock(route, index, visit) !== null;
}

function visitText({ name, street, place, externalId }: BoardVisit): string {
  return `${name} ${street} ${place} ${externalId}`;
}

function hasWords(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}

/** All stops in the order of the list, whether their route is open or not. */
export function listOrder(board: PlanBoard): string[] {
  return [...board.pool, ...board.routes.flatMap((route) => route.stops.map((stop) => stop.visitId))];
}
