import { matchScore, queryWords } from "@/components/lib/rank-commands";
import { foldText } from "@/server/domain/address/fold-text";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { evaluateMove, type MovePreview } from "@/server/domain/plan/evaluate-insertion";
import { type MoveRefusal, type MoveTarget, moveRefusal, visitsToMove } from "@/server/domain/plan/move-stops";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { rankRoutes } from "@/server/domain/plan/what-if/find-best-insertions";
import { parseMoveTarget } from "./parse-move-target";

/** One place the stops could go. */
export interface MoveChoice {
  readonly id: string;
  readonly to: MoveTarget;
  /** Null: off every route. */
  readonly route: BoardRoute | null;
  /** How many stops of the route stand before them, 0 at the front; absent: the best place. */
  readonly stopsBefore?: number;
}

export interface MoveEffect {
  /** Null: not worked out here, the preview that a move of so many opens tells. */
  readonly preview: MovePreview | null;
  /** A lock in the way, which asks once before the move. */
  readonly lock?: MoveRefusal;
}

const MOST_ROUTES = 8;
/** Putting more stops than this on one route takes longer than a person should wait for a list. */
const MOST_PRICED = 60;
/** So many of a larger selection stand for all of it when routes are ranked. */
const SAMPLE = 24;

/** A typed number means that one route and no other: Enter must never land on a neighbour whose number begins alike. */
export function moveChoices(board: PlanBoard, text: string, ranked: readonly MoveChoice[]): readonly MoveChoice[] {
  if (text.trim() === "") return ranked;
  const target = parseMoveTarget(text, board.routes);
  if (target) return [choiceOf(board, target)];
  if (/^[\d.,\s]*$/.test(text)) return [];
  const words = queryWords(text);
  return board.routes
    .map((route) => ({ route, score: matchScore(foldText(`${route.driver.name} ${route.vehicle.label}`), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_ROUTES)
    .map(({ route }) => choiceOf(board, { kind: "best", routeId: route.id }));
}

/** The routes that take them best, cheapest first, and the way off every route; a route weighed at each step. */
export function* rankChoices(board: PlanBoard, ids: readonly string[]): Generator<undefined, readonly MoveChoice[]> {
  const best = yield* rankRoutes(board, sampleOf(ids), boardLegs(board), { overrideLocks: true });
  const routes = best.ok ? best.ranked.map(({ route }) => route) : board.routes;
  const onRoutes = routes.slice(0, MOST_ROUTES).map(({ id }): MoveTarget => ({ kind: "best", routeId: id }));
  return [...onRoutes, { kind: "pool" } as const].map((to) => choiceOf(board, to));
}

function sampleOf(ids: readonly string[]): readonly string[] {
  if (ids.length <= MOST_PRICED) return ids;
  return Array.from({ length: SAMPLE }, (_, index) => ids[Math.floor((index * ids.length) / SAMPLE)]!);
}

/** What the move would do, and whether a lock asks first. Of large selections only whether it can be. */
export function moveEffect(board: PlanBoard, visitIds: readonly string[], to: MoveTarget): MoveEffect {
  const legs = boardLegs(board);
  if (visitIds.length > MOST_PRICED) return unpricedEffect(board, visitIds, to);
  const preview = evaluateMove(board, { visitIds, to }, legs);
  if (preview.ok || !isLock(preview.refusal)) return { preview };
  return { preview: evaluateMove(board, { visitIds, to, overrideLocks: true }, legs), lock: preview.refusal };
}

function unpricedEffect(board: PlanBoard, visitIds: readonly string[], to: MoveTarget): MoveEffect {
  const known = visitIds.filter((visitId) => board.visits.has(visitId));
  const moved = visitsToMove(board, { visitIds: known, to });
  const target = to.kind === "pool" ? null : (board.routes.find(({ id }) => id === to.routeId) ?? null);
  const refusal = moveRefusal(board, moved, target, {});
  if (!refusal) return { preview: null };
  if (!isLock(refusal)) return { preview: { ok: false, refusal } };
  const other = moveRefusal(board, moved, target, { overrideLocks: true });
  return other ? { preview: { ok: false, refusal: other } } : { preview: null, lock: refusal };
}

function isLock({ reason }: MoveRefusal): boolean {
  return reason === "route-locked" || reason === "stop-locked";
}

function choiceOf(board: PlanBoard, to: MoveTarget): MoveChoice {
  if (to.kind === "pool") return { id: "pool", to, route: null };
  const route = board.routes.find(({ id }) => id === to.routeId)!;
  if (to.kind === "best") return { id: route.id, to, route };
  const index = route.stops.findIndex(({ visitId }) => visitId === to.afterVisitId);
  return { id: `${route.id}/${index}`, to, route, stopsBefore: index + 1 };
}
