import { matchScore, queryWords } from "@/components/lib/rank-commands";
import { foldText } from "@/server/domain/address/fold-text";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { evaluateMove, type MovePreview } from "@/server/domain/plan/evaluate-insertion";
import type { MoveRefusal, MoveTarget } from "@/server/domain/plan/move-stops";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { findBestInsertions } from "@/server/domain/plan/what-if/find-best-insertions";
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
  readonly preview: MovePreview;
  /** A lock in the way, which asks once before the move. */
  readonly lock?: MoveRefusal;
}

const MOST_ROUTES = 8;

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

/** The routes that take them best, cheapest first, and the way off every route. */
export function rankedChoices(board: PlanBoard, ids: readonly string[]): MoveChoice[] {
  const best = findBestInsertions(board, ids, boardLegs(board), { overrideLocks: true, most: MOST_ROUTES });
  const routeIds = best.ok ? best.insertions.map(({ routeId }) => routeId) : board.routes.map(({ id }) => id);
  const onRoutes = routeIds.slice(0, MOST_ROUTES).map((routeId): MoveTarget => ({ kind: "best", routeId }));
  return [...onRoutes, { kind: "pool" } as const].map((to) => choiceOf(board, to));
}

/** What the move would do, and whether a lock asks first. */
export function moveEffect(board: PlanBoard, visitIds: readonly string[], to: MoveTarget): MoveEffect {
  const legs = boardLegs(board);
  const preview = evaluateMove(board, { visitIds, to }, legs);
  if (preview.ok || !isLock(preview.refusal)) return { preview };
  return { preview: evaluateMove(board, { visitIds, to, overrideLocks: true }, legs), lock: preview.refusal };
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
