import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { changeReload } from "@/server/domain/plan/change-reload";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import { previewReloadSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { moveRefused } from "./edit-outcome";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { previewSequences } from "./preview-sequences";

/** What going back to load before a stop, or no longer, would do to its route, timed on real roads; nothing is saved. */
export const previewReload = query({
  permission: "plan.edit",
  input: previewReloadSchema,
  prepare: async ({ actor, ports, now, read }, { planId, ...mark }): Promise<EditPreview> => {
    const { organizationId } = actor;
    const { board, book } = await read(async (tx) => {
      const plan = found(await findPlan(tx, organizationId, planId), "plan");
      const touched = { visitIds: [mark.visitId], routeIds: [] };
      return openRoutes(tx, organizationId, plan, touched, { isLocked: false, now });
    });
    const stored = new LegBook();
    stored.addMissing(book);
    const outcome = changeReload(board, mark);
    if (!outcome.ok) throw moveRefused(outcome.refusal, board);
    await book.fetchMissing(ports.travel, board, outcome.sequences);
    return previewSequences({ board, stored, legs: book }, outcome.sequences);
  },
  run: async ({ prepared }) => prepared,
});
