import "server-only";
import { findPlan, lockPlan } from "@/db/queries/plan/find-plan";
import { changeReload } from "@/server/domain/plan/change-reload";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { boardVisit } from "@/server/domain/plan/plan-board";
import { setReloadSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { changeRoutes } from "./change-routes";
import { moveRefused, nothingDone, repeatedEdit } from "./edit-outcome";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { recordEdit } from "./record-edit";

/** Has a route go back to its depot to load before a stop, or no longer, as one edit. Refuses with the rule that stands against it. */
export const setReload = command({
  permission: "plan.edit",
  input: setReloadSchema,
  prepare: async ({ actor, ports, now, read }, { planId, visitId, loadSeconds }) => {
    const { organizationId } = actor;
    const partial = await read(async (tx) => {
      const plan = await findPlan(tx, organizationId, planId);
      const touched = { visitIds: [visitId], routeIds: [] };
      return plan && openRoutes(tx, organizationId, plan, touched, { isLocked: false, now });
    });
    const outcome = partial && changeReload(partial.board, { visitId, loadSeconds });
    if (!partial || !outcome?.ok) return new LegBook();
    await partial.book.fetchMissing(ports.travel, partial.board, outcome.sequences);
    return partial.book;
  },
  run: async (scope, input) => {
    const { tx, actor, now, prepared } = scope;
    const { planId, visitId, loadSeconds, mutationId, confirmed } = input;
    const plan = found(await lockPlan(tx, actor.organizationId, planId), "plan");
    const repeated = await repeatedEdit(scope, plan, mutationId, input);
    if (repeated) return unchanged(repeated);
    const touched = { visitIds: [visitId], routeIds: [] };
    const partial = await openRoutes(tx, actor.organizationId, plan, touched, { isLocked: true, now });
    partial.book.addMissing(prepared);
    const { board } = partial;
    const outcome = changeReload(board, { visitId, loadSeconds });
    if (!outcome.ok) throw moveRefused(outcome.refusal, board);
    const { sequences, inverse, routeNumber: route } = outcome;
    if (sequences.length === 0) return unchanged<PlanEditResult>(nothingDone(mutationId, plan));
    const saved = await changeRoutes(scope, partial, { sequences, mutationId, confirmed });
    const { externalId, name, street } = boardVisit(board, visitId);
    const summary = {
      kind: "reload" as const,
      name: externalId || name || street,
      route,
      isAdded: loadSeconds !== null,
    };
    const edit = await recordEdit(scope, { planId, mutationId, summary, inverse, request: input });
    const { patch, shapes } = saved;
    return changed<PlanEditResult>({ mutationId, patch, shapes, edit, isRepeated: false }, saved.events);
  },
});
