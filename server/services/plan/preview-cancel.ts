import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { cancelOrders } from "@/server/domain/plan/cancel-orders";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import { previewCancelSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { moveRefused } from "./edit-outcome";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { previewSequences } from "./preview-sequences";

/**
 * What cancelling the orders behind these stops would do, timed on real roads, with nothing saved. Orders that stay are
 * named; refuses when all do.
 */
export const previewCancel = query({
  permission: "plan.edit",
  input: previewCancelSchema,
  prepare: async ({ actor, ports, now, read }, { planId, visitIds }): Promise<EditPreview> => {
    const { organizationId } = actor;
    const { board, book } = await read(async (tx) => {
      const plan = found(await findPlan(tx, organizationId, planId), "plan");
      return openRoutes(tx, organizationId, plan, { visitIds, routeIds: [] }, { isLocked: false, now });
    });
    const cancelled = cancelOrders(board, visitIds);
    const [refusal] = cancelled.refused;
    if (refusal && cancelled.deliveryIds.length === 0) throw moveRefused(refusal, board);
    const stored = new LegBook();
    stored.addMissing(book);
    await book.fetchMissing(ports.travel, board, cancelled.sequences);
    const removedVisitIds = cancelled.visitIds;
    const preview = previewSequences({ board, stored, legs: book }, cancelled.sequences, { removedVisitIds });
    return { ...preview, refused: cancelled.refused };
  },
  run: async ({ prepared }) => prepared,
});
