import type { BoardRoute, BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { hasFacets } from "./stop-facets";

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
  /** Keys of what stops must have: one of each kind asked for (`stop-facets`). */
  readonly facets: readonly string[];
}

export const NO_FILTER: ListFilter = { query: "", facets: [] };

/** True when the filter leaves anything out. */
export function isNarrowed({ query, facets }: ListFilter): boolean {
  return query.trim() !== "" || facets.length > 0;
}

export interface ListOpenness {
  readonly expandedRouteIds: ReadonlySet<string>;
  /** Null: open while it is short enough to leave the routes in view. */
  readonly poolExpanded: boolean | null;
}

const SHORT_POOL = 8;

/** Pixels of a row: a line more for whatever happens around the stop. */
export function rowHeight(row: ListRow, heights: Readonly<Record<ListRow["kind"], number>>): number {
  return heights[row.kind] + (row.kind === "stop" ? linesPixels(row.route, row.index) : 0);
}

const LINE_PIXELS = 28;

/** The driver's breaks before a stop and, at the last one, before the way back. */
export function breaksAround({ schedule, stops }: BoardRoute, index: number) {
  const at = (before: number) => schedule.driverBreaks.filter((each) => each.before === before);
  return { before: at(index), after: index === stops.length - 1 ? at(stops.length) : [] };
}

/** How much higher a stop's row is for its breaks and for going back to load before it. */
export function linesPixels(route: BoardRoute, index: number): number {
  const { before, after } = breaksAround(route, index);
  return (before.length + after.length + (route.stops[index]!.reload ? 1 : 0)) * LINE_PIXELS;
}

/** What routes are found by before their number, in every language: a link with a search goes to colleagues too. */
export const ROUTE_WORDS = "route ruta";

/** The rows of the one list: the unassigned, then each route with its stops. A filter opens what it finds something in. */
export function buildRows(board: PlanBoard, openness: ListOpenness, filter: ListFilter = NO_FILTER): ListRow[] {
  const words = wordsOf(filter);
  const isFiltered = isNarrowed(filter);
  const rows: ListRow[] = [];
  addPool(rows, board, filter, isFiltered || isPoolOpen(board, openness.poolExpanded));
  for (const route of board.routes) {
    const isNamed = isRouteNamed(route, words);
    const expanded = openness.expandedRouteIds.has(route.id) || (isFiltered && !isNamed);
    // Whatever a closed route holds need not be looked at while nothing is searched for.
    const found =
      isFiltered || expanded
        ? stopsFound(board, route, filter).map((index): ListRow => {
            const visit = board.visits.get(route.stops[index]!.visitId)!;
            return { kind: "stop", key: visit.id, visit, route, index };
          })
        : [];
    if (isFiltered && found.length === 0 && !(isNamed && isFoundEmpty(route, filter))) continue;
    rows.push({ kind: "route", key: `route:${route.id}`, route, expanded });
    if (expanded) rows.push(...found);
  }
  return rows;
}

/** Every stop the filter finds, in the order of the list, whether its route is open or not. */
export function foundStopIds(board: PlanBoard, filter: ListFilter): string[] {
  const planned = board.routes.flatMap((route) =>
    stopsFound(board, route, filter).map((index) => route.stops[index]!.visitId),
  );
  return [...poolFound(board, filter), ...planned];
}

/** A route is found by its own words, and an empty one of a wave by that. */
function isFoundEmpty({ wave }: BoardRoute, { facets }: ListFilter): boolean {
  return facets.every((key) => key === `wave:${wave}`);
}

function wordsOf({ query }: ListFilter): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

function isRouteNamed({ number, driver, vehicle }: BoardRoute, words: readonly string[]): boolean {
  return words.length > 0 && hasWords(`${ROUTE_WORDS} ${number} ${driver.name} ${vehicle.label}`, words);
}

/** Where on the route the stops found are. */
function stopsFound(board: PlanBoard, route: BoardRoute, filter: ListFilter): number[] {
  const words = wordsOf(filter);
  const isNamed = isRouteNamed(route, words);
  return route.stops.flatMap(({ visitId }, index) => {
    const visit = board.visits.get(visitId)!;
    const isFound = isNamed || hasWords(visitText(visit), words);
    return isFound && hasFacets(visit, { route, index }, filter.facets) ? [index] : [];
  });
}

function poolFound(board: PlanBoard, filter: ListFilter): string[] {
  const words = wordsOf(filter);
  return board.pool.filter((id) => {
    const visit = board.visits.get(id)!;
    return hasWords(visitText(visit), words) && hasFacets(visit, undefined, filter.facets);
  });
}

/** Whether the unassigned are open in the list. */
export function isPoolOpen({ pool }: Pick<PlanBoard, "pool">, chosen: boolean | null): boolean {
  return chosen ?? pool.length <= SHORT_POOL;
}

function addPool(rows: ListRow[], board: PlanBoard, filter: ListFilter, expanded: boolean): void {
  const found = poolFound(board, filter);
  if (isNarrowed(filter) && found.length === 0) return;
  rows.push({ kind: "pool", key: "pool", count: found.length, expanded: expanded && found.length > 0 });
  if (!expanded) return;
  for (const id of found) rows.push({ kind: "pool-stop", key: id, visit: board.visits.get(id)! });
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
