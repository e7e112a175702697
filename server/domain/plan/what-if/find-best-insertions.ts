import type { LegSource } from "../board-legs";
import { type InsertedVisits, insertInto } from "../find-best-position";
import { type MoveRefusal, moveRefusal, visitsToMove } from "../move-stops";
import { type BoardRoute, type BoardVisit, boardVisit, type PlanBoard } from "../plan-board";
import { keptReloads } from "../reload-trips";
import { previewRoute, type RouteChangePreview } from "./preview-route";
import { cachesWithout } from "./route-caches";
import { brokenRulesScore, routeScore } from "./route-score";

export interface InsertionPreview extends RouteChangePreview {
  /** The stop that the first of the visits follows: what a drop here should ask for. Null: the front of the route. */
  readonly afterVisitId: string | null;
}

export type BestInsertions =
  | {
      readonly ok: true;
      /** With the other halves of pairs. */
      readonly visitIds: readonly string[];
      /** The best of each route that may take them, best route first. */
      readonly insertions: readonly InsertionPreview[];
    }
  | { readonly ok: false; readonly refusal: MoveRefusal };

/**
 * Where on all routes these visits together would go best: fewest promises broken, then cheapest. Each answer is what
 * that would do to the route entered; what it does to the route left is `evaluateMove`'s to say. Routes that may not take
 * them are left out; refused when none may. About 1 ms per visit on a day of 5,000 stops.
 */
export function findBestInsertions(
  board: PlanBoard,
  visitIds: readonly string[],
  legs: LegSource,
  { overrideLocks = false, most = 3 }: { readonly overrideLocks?: boolean; readonly most?: number } = {},
): BestInsertions {
  const ranking = rankRoutes(board, visitIds, legs, { overrideLocks });
  let step = ranking.next();
  while (!step.done) step = ranking.next();
  if (!step.value.ok) return step.value;
  const { visitIds: moved, ranked } = step.value;
  const visits = moved.map((visitId) => boardVisit(board, visitId));
  const insertions = ranked
    .slice(0, most)
    .map(({ route, sequence }) => previewInsertion(board, route, sequence, visits, legs));
  return { ok: true, visitIds: moved, insertions };
}

export type RankedRoutes =
  | {
      readonly ok: true;
      /** With the other halves of pairs. */
      readonly visitIds: readonly string[];
      /** Best first. */
      readonly ranked: readonly { readonly route: BoardRoute; readonly sequence: InsertedVisits["sequence"] }[];
    }
  | { readonly ok: false; readonly refusal: MoveRefusal };

/** The ranking behind `findBestInsertions`, a route at a step: who draws at the same time can rest in between. */
export function* rankRoutes(
  board: PlanBoard,
  visitIds: readonly string[],
  legs: LegSource,
  { overrideLocks = false }: { readonly overrideLocks?: boolean } = {},
): Generator<undefined, RankedRoutes> {
  const missing = visitIds.find((visitId) => !board.visits.has(visitId));
  if (missing !== undefined) return { ok: false, refusal: { reason: "visit-not-found", visitId: missing } };
  const moved = visitsToMove(board, { visitIds, to: { kind: "pool" } });
  const refusal = moveRefusal(board, moved, null, { overrideLocks });
  if (refusal) return { ok: false, refusal };
  const refusals = board.routes.map((route) => moveRefusal(board, moved, route, { overrideLocks }));
  if (refusals[0] && refusals.every(Boolean)) return { ok: false, refusal: refusals[0] };
  const visits = moved.map((visitId) => boardVisit(board, visitId));
  const ranked: ReturnType<typeof rankRoute>[] = [];
  for (const [index, route] of board.routes.entries()) {
    if (refusals[index]) continue;
    ranked.push(rankRoute(board, route, visits, legs));
    yield;
  }
  return { ok: true, visitIds: moved, ranked: ranked.sort((a, b) => a.change - b.change) };
}

/** How much worse the route gets by the visits, each at its best place. */
export function rankRoute(board: PlanBoard, route: BoardRoute, visits: readonly BoardVisit[], legs: LegSource) {
  const ids = new Set(visits.map((visit) => visit.id));
  const caches = cachesWithout(board, route, ids, legs);
  const inserted = insertInto(caches, visits, legs);
  const { schedule } = route;
  const { rules } = caches;
  const before = routeScore(rules, schedule);
  const opening = schedule.stops.length === 0 ? rules.fixedCostCents : 0;
  const change = inserted.score - before + opening + brokenRulesScore(rules, visits, inserted, schedule);
  return { route, sequence: inserted.sequence, change };
}

/** What serving this sequence, which the visits have been put into, would do to the route. */
export function previewInsertion(
  board: PlanBoard,
  route: BoardRoute,
  sequence: InsertedVisits["sequence"],
  visits: readonly BoardVisit[],
  legs: LegSource,
): InsertionPreview {
  const visitIds = sequence.map((visit) => visit.id);
  const first = sequence.findIndex((visit) => visits.includes(visit));
  const reloads = keptReloads(route, visitIds, new Set(visits.map((visit) => visit.id)));
  return { ...previewRoute(board, route, visitIds, legs, reloads), afterVisitId: visitIds[first - 1] ?? null };
}
