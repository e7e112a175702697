import { type BoardRoute, type PlanBoard, routeVisitIds, stopPlaces } from "@/server/domain/plan/plan-board";
import type { BoardCursor } from "../board-store";
import { foundStopIds, isNarrowed, type ListFilter } from "../route-list/build-rows";

/** The unassigned, or a route, with those of its stops that are shown. */
export interface BoardColumn {
  readonly route: BoardRoute | null;
  readonly visitIds: readonly string[];
}

/** The unassigned first, then the routes. A filter leaves out what it finds nothing in, the unassigned excepted. */
export function boardColumns(board: PlanBoard, filter: ListFilter): BoardColumn[] {
  const pool = { route: null, visitIds: board.pool };
  const routes = board.routes.map((route): BoardColumn => ({ route, visitIds: routeVisitIds(route) }));
  if (!isNarrowed(filter)) return [pool, ...routes];
  const found = new Set(foundStopIds(board, filter));
  const narrowed = [pool, ...routes].map(({ route, visitIds }) => ({
    route,
    visitIds: visitIds.filter((id) => found.has(id)),
  }));
  return narrowed.filter(({ route, visitIds }) => route === null || visitIds.length > 0);
}

/** Where the cursor stands: which column, and which stop in it; −1: on the column's head. */
export interface ColumnPlace {
  readonly column: number;
  readonly index: number;
}

export function placeOfCursor(
  columns: readonly BoardColumn[],
  board: PlanBoard,
  cursor: BoardCursor | null,
): ColumnPlace | null {
  if (!cursor) return null;
  const routeId =
    cursor.kind === "route"
      ? cursor.id
      : cursor.kind === "stop"
        ? stopPlaces(board).get(cursor.id)?.route.id
        : undefined;
  const column = columns.findIndex(({ route }) => route?.id === routeId);
  if (column < 0) return null;
  return { column, index: cursor.kind === "stop" ? columns[column]!.visitIds.indexOf(cursor.id) : -1 };
}

/** Where an arrow leads: along the column, or to the same height in the next. Undefined: no key of ours. */
export function walkColumns(
  columns: readonly BoardColumn[],
  from: ColumnPlace | null,
  key: string,
): ColumnPlace | undefined {
  const { column, index } = from ?? { column: 0, index: -1 };
  const steps: Record<string, readonly [column: number, index: number]> = {
    ArrowDown: [column, index + 1],
    ArrowUp: [column, index - 1],
    ArrowRight: [column + 1, index],
    ArrowLeft: [column - 1, index],
    Home: [column, 0],
    End: [column, Number.POSITIVE_INFINITY],
  };
  const step = steps[key];
  if (!step) return undefined;
  const next = clamp(step[0], 0, columns.length - 1);
  return { column: next, index: clamp(step[1], -1, (columns[next]?.visitIds.length ?? 0) - 1) };
}

export function cursorAt(columns: readonly BoardColumn[], { column, index }: ColumnPlace): BoardCursor | null {
  const at = columns[column];
  if (!at) return null;
  const visitId = at.visitIds[index];
  if (visitId !== undefined) return { kind: "stop", id: visitId };
  return at.route ? { kind: "route", id: at.route.id } : { kind: "pool" };
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));
