import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { moveStops as decideMove } from "@/server/domain/plan/move-stops";
import { placeConflicts } from "@/server/domain/plan/place-conflicts";
import { previewMoveSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { decideOnRoads, touchedByMove } from "./decide-on-roads";
import { moveRefused, staleConflict } from "./edit-outcome";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { previewSequences } from "./preview-sequences";

/**
 * What a move would do, timed on real roads, with nothing saved. Refuses as the move itself would; sent with the
 * versions it answers, the same move leads to the same figures.
 */
export const previewMove = query({
  permission: "plan.edit",
  input: previewMoveSchema,
  prepare: async ({ actor, ports, read }, input): Promise<LegBook> => {
    const partial = await read(async (tx) => {
      const plan = await findPlan(tx, actor.organizationId, input.planId);
      return plan && openRoutes(tx, actor.organizationId, plan, touchedByMove(input), { isLocked: false });
    });
    if (!partial) return new LegBook();
    await decideOnRoads(ports.travel, partial, input);
    return partial.book;
  },
  run: async ({ tx, actor, prepared }, input) => {
    const { organizationId } = actor;
    const plan = found(await findPlan(tx, organizationId, input.planId), "plan");
    const partial = await openRoutes(tx, organizationId, plan, touchedByMove(input), { isLocked: false });
    const { board, book } = partial;
    const conflicts = placeConflicts(board, input.seen);
    if (conflicts.length > 0) throw await staleConflict(tx, organizationId, conflicts);
    const legs = new LegBook();
    legs.addMissing(book);
    legs.addMissing(prepared);
    const outcome = decideMove(board, input, legs.source(board));
    if (!outcome.ok) throw moveRefused(outcome.refusal, board);
    return previewSequences({ board, stored: book, legs }, outcome.sequences);
  },
});
