import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { type MoveRefusal, moveStops } from "@/server/domain/plan/move-stops";
import {
  type BoardRoute,
  boardVisit,
  type PlanBoard,
  routeVisitIds,
  stopPlaces,
} from "@/server/domain/plan/plan-board";
import { withoutTimeLock, withTimeLock } from "@/server/domain/plan/time-lock";
import type { BoardIntent } from "./board-intent";

export interface IntendedBoard {
  /** The board as it will look once the server agrees to everything under way. */
  readonly board: PlanBoard;
  /** Routes whose times are guesses until the server answers: shown with "~". */
  readonly pendingRouteIds: ReadonlySet<string>;
}

export type IntentOutcome =
  | { readonly ok: true; readonly board: PlanBoard; readonly routeIds: readonly string[] }
  | { readonly ok: false; readonly refusal: MoveRefusal };

/**
 * The server's board with the intents under way on top, in the order they were made. An intent that the board has
 * meanwhile outrun is left out here; the server's answer decides what becomes of it.
 */
export function applyIntents(base: PlanBoard, intents: readonly BoardIntent[]): IntendedBoard {
  const pendingRouteIds = new Set<string>();
  let board = base;
  for (const intent of intents) {
    const outcome = applyIntent(board, intent);
    if (!outcome.ok) continue;
    board = outcome.board;
    if (intent.kind === "move") for (const routeId of outcome.routeIds) pendingRouteIds.add(routeId);
  }
  return { board, pendingRouteIds };
}

/** One intent on a board: the board after it and the routes it touches, or why the rules refuse it. */
export function applyIntent(board: PlanBoard, intent: BoardIntent): IntentOutcome {
  if (intent.kind === "lock-route") return withTerms(board, intent.routeId, { locked: intent.locked });
  if (intent.kind === "freeze-front") return withTerms(board, intent.routeId, { frozenStops: intent.frozenStops });
  if (intent.kind === "lock-stops") return lockStops(board, intent);
  const legs = boardLegs(board);
  const outcome = moveStops(board, intent.move, legs);
  if (!outcome.ok) return outcome;
  const routeIds = outcome.sequences.map((sequence) => sequence.routeId);
  return { ok: true, board: applySequences(board, outcome.sequences, legs), routeIds };
}

function withTerms(
  board: PlanBoard,
  routeId: string,
  terms: Partial<Pick<BoardRoute, "locked" | "frozenStops">>,
): IntentOutcome {
  const routes = board.routes.map((route) => (route.id === routeId ? { ...route, ...terms } : route));
  return { ok: true, board: { ...board, routes }, routeIds: [routeId] };
}

/** A time locked or let go is a window that comes or goes: its routes are timed anew. */
function lockTimes(board: PlanBoard, { visitIds, locked }: BoardIntent & { kind: "lock-stops" }): IntentOutcome {
  const places = stopPlaces(board);
  const visits = new Map(board.visits);
  const touched = new Set<BoardRoute>();
  for (const visitId of visitIds) {
    const place = places.get(visitId);
    if (!place) continue;
    touched.add(place.route);
    const visit = boardVisit(board, visitId);
    const startSeconds = visit.timeLock?.startSeconds ?? place.route.schedule.stops[place.index]!.startSeconds;
    visits.set(visitId, locked ? withTimeLock(visit, startSeconds) : withoutTimeLock(visit));
  }
  const sequences = [...touched].map((route) => ({ routeId: route.id, visitIds: routeVisitIds(route) }));
  const next = { ...board, visits };
  const routeIds = sequences.map((sequence) => sequence.routeId);
  return { ok: true, board: applySequences(next, sequences, boardLegs(next)), routeIds };
}

function lockStops(board: PlanBoard, intent: BoardIntent & { kind: "lock-stops" }): IntentOutcome {
  if (intent.lock === "time") return lockTimes(board, intent);
  const places = stopPlaces(board);
  const wanted = new Set(intent.visitIds);
  const routeIds = [...new Set(intent.visitIds.flatMap((visitId) => places.get(visitId)?.route.id ?? []))];
  const field = intent.lock === "driver" ? "lockedToDriver" : "lockedToPosition";
  const routes = board.routes.map((route) =>
    routeIds.includes(route.id)
      ? {
          ...route,
          stops: route.stops.map((stop) => (wanted.has(stop.visitId) ? { ...stop, [field]: intent.locked } : stop)),
        }
      : route,
  );
  return { ok: true, board: { ...board, routes }, routeIds };
}
