import "server-only";
import { loadBegunVisits } from "@/db/queries/exception/begun-visits";
import { listExceptionRows } from "@/db/queries/exception/exceptions";
import { findPlan } from "@/db/queries/plan/find-plan";
import { exceptionIdSchema } from "@/server/domain/exception/exception-schema";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { evaluateMove } from "@/server/domain/plan/evaluate-insertion";
import { isOpenToChange, type PlanBoard } from "@/server/domain/plan/plan-board";
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
  /** Over all routes concerned. */
  readonly durationSeconds: number;
  readonly distanceMeters: number;
  /** Change of late stops over all routes concerned. */
  readonly lateStops: number;
}

/** More stops than these are for the optimizer, not for a suggestion. */
const MOST_STOPS = 40;
const MOST_MOVES = 3;
const HELPED_BY_MOVING: readonly string[] = ["late", "no-start", "stale-gps", "declined", "problem", "driver-issue"];

/**
 * Where the stops an exception is about would go best: the late ones of a late route, the open ones of a driver who is
 * not there. None where a route is under way and may not be changed, or no other route may take them.
 */
export const suggestFixes = query({
  permission: "plan.edit",
  input: exceptionIdSchema,
  run: async ({ tx, actor }, { exceptionId }): Promise<readonly SuggestedMove[]> => {
    const { organizationId } = actor;
    const [listed] = await listExceptionRows(tx, organizationId, { isClosed: false, ids: [exceptionId] });
    const row = found(listed, "exception");
    if (!row.planId || !row.routeId || !HELPED_BY_MOVING.includes(row.type)) return [];
    const plan = found(await findPlan(tx, organizationId, row.planId), "plan");
    const board = await loadBoard(tx, organizationId, plan);
    const begun = await loadBegunVisits(tx, organizationId, row.routeId);
    const concerned = row.type === "late" ? new Set(row.details.visitIds ?? []) : null;
    const stops = (board.routes.find(({ id }) => id === row.routeId)?.stops ?? [])
      .map(({ visitId }) => visitId)
      .filter((visitId) => !begun.has(visitId) && (concerned?.has(visitId) ?? true));
    if (stops.length === 0 || stops.length > MOST_STOPS) return [];
    return movesOf(board, row.routeId, stops);
  },
});

function movesOf(board: PlanBoard, fromId: string, visitIds: readonly string[]): SuggestedMove[] {
  const legs = boardLegs(board);
  const from = board.routes.find(({ id }) => id === fromId)!;
  if (!isOpenToChange(from.status)) return [];
  const best = findBestInsertions(board, visitIds, legs, { most: MOST_MOVES + 1 });
  if (!best.ok) return [];
  return best.insertions
    .filter(({ routeId }) => routeId !== fromId)
    .slice(0, MOST_MOVES)
    .flatMap(({ routeId }) => {
      const preview = evaluateMove(board, { visitIds, to: { kind: "best", routeId } }, legs);
      const route = board.routes.find(({ id }) => id === routeId)!;
      if (!preview.ok) return [];
      const { durationSeconds, distanceMeters, lateStops } = preview.delta;
      return [
        {
          planId: board.plan.id,
          visitIds,
          routeId,
          routeNumber: route.number,
          driverName: route.driver.name,
          durationSeconds,
          distanceMeters,
          lateStops,
        },
      ];
    });
}
