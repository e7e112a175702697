import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import { previewMoveSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { decideOnRoads, touchedByMove } from "./decide-on-roads";
import { moveRefused } from "./edit-outcome";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { previewSequences } from "./preview-sequences";
import { refuseStale } from "./stale-conflict";

/**
 * What a move would do, timed on real roads, with nothing saved. Refuses as the move itself would; sent with the
 * versions it answers, the same move leads to the same figures.
 */
export const previewMove = query({
  permission: "plan.edit",
  input: previewMoveSchema,
  // One reading is enough: whatever changes meanwhile changes a version, and the answer says which ones it is true of.
  prepare: async ({ actor, ports, now, read }, input): Promise<EditPreview> => {
    const { organizationId } = actor;
    const partial = await read(async (tx) => {
      const plan = found(await findPlan(tx, organizationId, input.planId), "plan");
      const opened = await openRoutes(tx, organizationId, plan, touchedByMove(input), { isLocked: false, now });
      await refuseStale(tx, actor, opened.board, input);
      return opened;
    });
    const { board, book } = partial;
    const stored = new LegBook();
    stored.addMissing(book);
    const outcome = await decideOnRoads(ports.travel, partial, input);
    if (!outcome.ok) throw moveRefused(outcome.refusal, board);
    return previewSequences({ board, stored, legs: book }, outcome.sequences);
  },
  run: async ({ prepared }) => prepared,
});
