import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { moveStops as decideMove } from "@/server/domain/plan/move-stops";
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
    await refuseStale(tx, actor, board, input);
    const outcome = decideMove(board, input, book.source(board));
    if (!outcome.ok) throw moveRefused(outcome.refusal, board);
    const legs = new LegBook();
    legs.addMissing(book);
    legs.addMissing(prepared);
    return previewSequences({ board, stored: book, legs }, outcome.sequences);
  },
});
