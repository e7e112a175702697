import "server-only";
import type { Tx } from "@/db/client";
import { stopsMovedByHand } from "@/db/queries/event/stop-moves";
import { staleDraftRoutes } from "@/server/domain/plan/draft-board";
import type { OptimizationDraft } from "@/server/domain/plan/optimization-run";
import type { PlanBoard } from "@/server/domain/plan/plan-board";

/** The visits people moved while the optimizer worked on a draft, or since it was ready. */
export async function movedSinceDraft(
  tx: Tx,
  organizationId: string,
  board: PlanBoard,
  draft: OptimizationDraft,
): Promise<Set<string>> {
  const versionOf = new Map(draft.routes.map((route) => [route.routeId, route.baseVersion]));
  const seen = staleDraftRoutes(board, draft).map(({ id }) => ({ routeId: id, version: versionOf.get(id)! }));
  return new Set(await stopsMovedByHand(tx, organizationId, seen));
}
