import "server-only";
import type { Tx } from "@/db/client";
import { listExceptionRows } from "@/db/queries/exception/exceptions";
import { loadRouteOps } from "@/db/queries/execution/driver-ops";
import { findPlan } from "@/db/queries/plan/find-plan";
import { exceptionIdSchema } from "@/server/domain/exception/exception-schema";
import { type DrivenSoFar, lateAsDriven } from "@/server/domain/exception/late-as-driven";
import type { RouteProgress } from "@/server/domain/execution/estimate-arrivals";
import { foldOps } from "@/server/domain/execution/fold-ops";
import { routeProgress } from "@/server/domain/execution/route-progress";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { evaluateMove } from "@/server/domain/plan/evaluate-insertion";
import { type BoardRoute, isOpenToChange, type PlanBoard } from "@/server/domain/plan/plan-board";
import { findBestInsertions } from "@/server/domain/plan/what-if/find-best-insertions";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { loadBoard } from "../plan/load-board";

/** A move that may help, by what is driven and estimated now; its preview times it on roads. */
export interface SuggestedMove {
  readonly planId: string;
  readonly visitIds: readonly string[];
  readonly routeId: string;
  readonly routeNumber: number;
  readonly driverName: string;
  /** Over both routes. */
  readonly durationSeconds: number;
  readonly distanceMeters: number;
  /** How many stops of both routes will be late then, and are expected late now, as the day goes. */
  readonly lateAfter: number;
  readonly lateNow: number;
}

/** More stops than these are for the optimizer, not for a suggestion. */
const MOST_STOPS = 40;
const MOST_MOVES = 3;
const HELPED_BY_MOVING: readonly string[] = ["late", "no-start", "stale-gps", "declined", "problem", "driver-issue"];

/**
 * Where the stops an exception is about would go best: the late ones of a late route, the open ones of a driver who is
 * not there; fewest late first. None where the route may not be changed, or no other may take them.
 */
export const suggestFixes = query({
  permission: "plan.edit",
  input: exceptionIdSchema,
  run: async ({ tx, actor, now }, { exceptionId }): Promise<readonly SuggestedMove[]> => {
    const subject = await readSubject(tx, actor.organizationId, exceptionId, now);
    if (!subject) return [];
    const { row, board, from, soFar } = subject;
    const concerned = row.type === "late" ? new Set(row.details.visitIds ?? []) : null;
    const begun = soFar.progress.get(from.id)?.stops;
    const visitIds = from.stops
      .map(({ visitId }) => visitId)
      .filter((visitId) => !begun?.has(visitId) && (concerned?.has(visitId) ?? true));
    if (visitIds.length === 0 || visitIds.length > MOST_STOPS) return [];
    return movesOf(board, from, visitIds, soFar);
  },
});

/** The route an exception is about, and the day it is part of; undefined where moving its stops cannot help. */
export async function readSubject(tx: Tx, organizationId: string, exceptionId: string, now: Date) {
  const [listed] = await listExceptionRows(tx, organizationId, { isClosed: false, ids: [exceptionId] });
  const row = found(listed, "exception");
  if (!row.planId || !row.routeId || !HELPED_BY_MOVING.includes(row.type)) return undefined;
  const plan = found(await findPlan(tx, organizationId, row.planId), "plan");
  const board = await loadBoard(tx, organizationId, plan, now);
  const from = board.routes.find(({ id }) => id === row.routeId);
  if (!from || !isOpenToChange(from.status)) return undefined;
  const nowSeconds = (now.getTime() - board.plan.midnightEpochMs) / 1000;
  const soFar: DrivenSoFar = { nowSeconds, progress: await progressOf(tx, organizationId, board) };
  return { row, plan, board, from, soFar };
}

/** How the routes that a driver holds are going; the others have not begun. */
async function progressOf(tx: Tx, organizationId: string, { routes, plan }: PlanBoard) {
  const held = routes.filter(({ status }) => status !== "planned");
  // Asked all at once, answered in turn.
  const logs = await Promise.all(held.map(({ id }) => loadRouteOps(tx, organizationId, id)));
  return new Map(
    held.map(({ id }, index): [string, RouteProgress] => [
      id,
      routeProgress(foldOps(logs[index]!), plan.midnightEpochMs),
    ]),
  );
}

function movesOf(board: PlanBoard, from: BoardRoute, visitIds: readonly string[], soFar: DrivenSoFar): SuggestedMove[] {
  const legs = boardLegs(board);
  const best = findBestInsertions(board, visitIds, legs, { most: MOST_MOVES + 1 });
  if (!best.ok) return [];
  return best.insertions
    .filter(({ routeId }) => routeId !== from.id)
    .slice(0, MOST_MOVES)
    .flatMap(({ routeId }) => {
      const preview = evaluateMove(board, { visitIds, to: { kind: "best", routeId } }, legs);
      if (!preview.ok) return [];
      const route = board.routes.find(({ id }) => id === routeId)!;
      const both = new Set([from.id, routeId]);
      return [
        {
          planId: board.plan.id,
          visitIds,
          routeId,
          routeNumber: route.number,
          driverName: route.driver.name,
          durationSeconds: preview.delta.durationSeconds,
          distanceMeters: preview.delta.distanceMeters,
          lateAfter: lateAsDriven(applySequences(board, preview.routes, legs), both, soFar),
          lateNow: lateAsDriven(board, both, soFar),
        },
      ];
    })
    .sort((a, b) => a.lateAfter - b.lateAfter || a.durationSeconds - b.durationSeconds);
}
