import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { findEditToRedo, findEditToUndo } from "@/db/queries/plan/plan-edits";
import { previewTurnSchema } from "@/server/domain/plan/plan-schema";
import { turnEdit } from "@/server/domain/plan/turn-edit";
import { query } from "../kernel/query";
import { found, ServiceError } from "../kernel/service-error";
import { routesAndVisitsOf } from "./edit-outcome";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { previewSequences } from "./preview-sequences";
import { prepareTurn, turnRefused } from "./turn-plan-edit";

const FIND = { undo: findEditToUndo, redo: findEditToRedo };

/** What taking the person's last edit back, or doing it again, would do to the routes; nothing is saved. */
export const previewTurn = query({
  permission: "plan.edit",
  input: previewTurnSchema,
  prepare: (scope, input) => prepareTurn(scope, input, FIND[input.direction]),
  run: async ({ tx, actor, prepared }, input) => {
    const { organizationId, id: userId } = actor;
    const plan = found(await findPlan(tx, organizationId, input.planId), "plan");
    const edit =
      userId === null ? undefined : await FIND[input.direction](tx, { organizationId, planId: plan.id, userId });
    if (!edit || (edit.inverse.kind !== "place" && edit.inverse.kind !== "restore")) {
      const reason = edit ? "not-of-routes" : "nothing-to-turn";
      throw new ServiceError("refused", "There is nothing to look at first.", { reason });
    }
    const { board, book } = await openRoutes(tx, organizationId, plan, routesAndVisitsOf(edit.inverse), {
      isLocked: false,
    });
    const legs = new LegBook();
    legs.addMissing(book);
    legs.addMissing(prepared);
    const outcome = turnEdit(board, edit.inverse, legs.source(board), input);
    if (!outcome.ok) throw await turnRefused(tx, actor, plan.id, outcome.refusal);
    return previewSequences({ board, stored: book, legs }, outcome.sequences);
  },
});
