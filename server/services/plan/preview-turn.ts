import "server-only";
import type { Tx } from "@/db/client";
import { findPlan, type PlanRow } from "@/db/queries/plan/find-plan";
import { findEditToRedo, findEditToUndo } from "@/db/queries/plan/plan-edits";
import type { Actor } from "@/server/domain/access/actor";
import type { EditPreview } from "@/server/domain/plan/edit-preview";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import { previewTurnSchema } from "@/server/domain/plan/plan-schema";
import { turnEdit } from "@/server/domain/plan/turn-edit";
import { query } from "../kernel/query";
import { found, ServiceError } from "../kernel/service-error";
import { routesAndVisitsOf } from "./edit-outcome";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { previewSequences } from "./preview-sequences";
import { previewTerms } from "./preview-terms";
import { bringBack, cancelAgain, openCancelled } from "./turn-cancel";
import { openTurnedTerms } from "./turn-drivers";
import { prepareTurn } from "./turn-plan-edit";
import { turnRefused } from "./turn-refused";

const FIND = { undo: findEditToUndo, redo: findEditToRedo };

/** What taking the person's last edit back, or doing it again, would do to the routes; nothing is saved. */
export const previewTurn = query({
  permission: "plan.edit",
  input: previewTurnSchema,
  prepare: (scope, input) => prepareTurn(scope, input, FIND[input.direction]),
  run: async (scope, input) => {
    const { tx, actor, now, prepared } = scope;
    const { organizationId, id: userId } = actor;
    const plan = found(await findPlan(tx, organizationId, input.planId), "plan");
    const edit =
      userId === null ? undefined : await FIND[input.direction](tx, { organizationId, planId: plan.id, userId });
    const inverse = edit?.inverse;
    if (!inverse || inverse.kind === "lock" || inverse.kind === "service-day") {
      const reason = edit ? "not-of-routes" : "nothing-to-turn";
      throw new ServiceError("refused", "There is nothing to look at first.", { reason });
    }
    if (inverse.kind === "drivers") {
      const { open } = await openTurnedTerms(tx, organizationId, plan, inverse, { isLocked: false, now });
      open.before.book.addMissing(prepared);
      return previewTerms(open);
    }
    if (inverse.kind === "cancel") return previewCancelTurn(scope, plan, inverse, input);
    const { board, book } = await openRoutes(tx, organizationId, plan, routesAndVisitsOf(inverse), {
      isLocked: false,
      now,
    });
    const legs = new LegBook();
    legs.addMissing(book);
    legs.addMissing(prepared);
    const outcome = turnEdit(board, inverse, legs.source(board), input);
    if (!outcome.ok) throw await turnRefused(tx, actor, plan.id, outcome.refusal);
    return previewSequences({ board, stored: book, legs }, outcome.sequences);
  },
});

async function previewCancelTurn(
  {
    tx,
    actor,
    now,
    prepared,
  }: { readonly tx: Tx; readonly actor: Actor; readonly now: Date; readonly prepared: LegBook },
  plan: PlanRow,
  inverse: PlanEditInverse & { readonly kind: "cancel" },
  input: { readonly asNewChange: boolean; readonly overrideLocks: boolean },
): Promise<EditPreview> {
  const { board, book } = await openCancelled(tx, actor.organizationId, plan, inverse, { isLocked: false, now });
  const legs = new LegBook();
  legs.addMissing(book);
  legs.addMissing(prepared);
  const parts = { board, stored: book, legs };
  if (!inverse.isCancelled) {
    const again = cancelAgain(board, inverse);
    return previewSequences(parts, again.sequences, { removedVisitIds: again.visitIds });
  }
  const outcome = bringBack(board, inverse, legs.source(board), input);
  if (!outcome.ok) throw await turnRefused(tx, actor, plan.id, outcome.refusal);
  const back = new Set(inverse.deliveryIds);
  const visits = [...board.visits.values()].filter(({ deliveryId }) => back.has(deliveryId));
  return { ...previewSequences(parts, outcome.sequences), visits };
}
