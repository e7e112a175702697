import "server-only";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { findPlan, lockPlan, type PlanRow } from "@/db/queries/plan/find-plan";
import { findEditByMutation, type PlanEditRow, turnPlanEdit } from "@/db/queries/plan/plan-edits";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import type { turnEditSchema } from "@/server/domain/plan/plan-schema";
import { type TurnRefusal, turnEdit } from "@/server/domain/plan/turn-edit";
import { type CommandScope, changed, type Outcome, type PrepareScope, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { currentRoutes, repeatedEdit, routesAndVisitsOf, staleConflict } from "./edit-outcome";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { saveSequences } from "./save-sequences";
import { setLocks } from "./set-locks";

type TurnInput = z.output<typeof turnEditSchema>;
type FindEdit = (
  tx: Tx,
  stack: { organizationId: string; planId: string; userId: string },
) => Promise<PlanEditRow | undefined>;

/** Asks, before the transaction, for the legs that turning the next edit will need. */
export async function prepareTurn({ actor, ports, read }: PrepareScope, input: TurnInput, find: FindEdit) {
  const book = new LegBook();
  const { organizationId, id: userId } = actor;
  if (userId === null) return book;
  await read(async (tx) => {
    const plan = await findPlan(tx, organizationId, input.planId);
    if (!plan || (await findEditByMutation(tx, organizationId, plan.id, input.mutationId))) return undefined;
    const edit = await find(tx, { organizationId, planId: plan.id, userId });
    if (!edit || edit.inverse.kind === "lock") return undefined;
    const partial = await openRoutes(tx, organizationId, plan, routesAndVisitsOf(edit.inverse), { isLocked: false });
    return { inverse: edit.inverse, ...partial };
  }).then(async (found) => {
    if (!found) return;
    const outcome = turnEdit(found.board, found.inverse, found.book.source(found.board), input);
    if (outcome.ok) await found.book.fetchMissing(ports.travel, found.board, outcome.sequences);
    book.addMissing(found.book);
  });
  return book;
}

/** Takes a person's next edit back, or does it again, by one rule: the inverse stored with it turns round. */
export async function turnNextEdit(
  scope: CommandScope<LegBook>,
  input: TurnInput,
  find: FindEdit,
  direction: "undo" | "redo",
): Promise<Outcome<PlanEditResult>> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const plan = found(await lockPlan(tx, organizationId, input.planId), "plan");
  const repeated = await repeatedEdit(tx, organizationId, plan, input.mutationId);
  if (repeated) return unchanged(repeated);
  const edit = actor.id === null ? undefined : await find(tx, { organizationId, planId: plan.id, userId: actor.id });
  if (!edit) throw new ServiceError("refused", `There is nothing to ${direction}.`, { reason: "nothing-to-turn" });
  if (input.editId && input.editId !== edit.id) {
    throw new ServiceError("stale", "Another edit comes first now.", { reason: "not-next", nextEditId: edit.id });
  }
  const turned =
    edit.inverse.kind === "lock"
      ? await turnLocks(scope, plan, edit.inverse, input)
      : await turnSequences(scope, plan, edit.inverse, input);
  const undoneAt = direction === "undo" ? now : null;
  await turnPlanEdit(tx, organizationId, edit.id, {
    inverse: turned.inverse,
    undoneAt,
    turnMutationId: input.mutationId,
  });
  const event: DomainEvent = {
    type: direction === "undo" ? "plan.edit-undone" : "plan.edit-redone",
    entity: "plan",
    entityId: plan.id,
    planId: plan.id,
    mutationId: input.mutationId,
    data: { editId: edit.id, label: edit.label },
  };
  const { patch, shapes, events } = turned;
  const result = { mutationId: input.mutationId, patch, shapes, edit: { id: edit.id, label: edit.label } };
  return changed<PlanEditResult>({ ...result, isRepeated: false }, [event, ...events]);
}

async function turnLocks(
  scope: CommandScope<LegBook>,
  plan: PlanRow,
  inverse: PlanEditInverse & { kind: "lock" },
  { mutationId }: TurnInput,
) {
  const saved = await setLocks(scope, plan, inverse, mutationId);
  const current = await currentRoutes(scope.tx, scope.actor.organizationId, plan, saved.routeIds);
  return { ...current, events: saved.events, inverse: saved.inverse };
}

async function turnSequences(
  scope: CommandScope<LegBook>,
  plan: PlanRow,
  inverse: Exclude<PlanEditInverse, { kind: "lock" }>,
  input: TurnInput,
) {
  const { tx } = scope;
  const { organizationId } = scope.actor;
  const partial = await openRoutes(tx, organizationId, plan, routesAndVisitsOf(inverse), { isLocked: true });
  partial.book.addMissing(scope.prepared);
  const outcome = turnEdit(partial.board, inverse, partial.book.source(partial.board), input);
  if (!outcome.ok) throw await turnRefused(tx, organizationId, outcome.refusal);
  const saved = await saveSequences(scope, partial, outcome.sequences, input.mutationId);
  if (saved.isGuessed) await scope.enqueue("measure-routes", { planId: plan.id });
  return { patch: saved.patch, shapes: saved.shapes, events: saved.events, inverse: outcome.inverse };
}

async function turnRefused(tx: Tx, organizationId: string, refusal: TurnRefusal): Promise<ServiceError> {
  switch (refusal.reason) {
    case "moved-since":
      return staleConflict(tx, organizationId, refusal.conflicts);
    case "changed-since": {
      const which = refusal.routeNumbers.join(", ");
      return new ServiceError("stale", `Routes ${which} have been changed since.`, { ...refusal });
    }
    case "route-not-found":
      return new ServiceError("refused", "A route that this edit belongs to is gone.", { ...refusal });
    case "route-started":
      return new ServiceError("refused", `Route ${refusal.routeNumber} is already being driven.`, { ...refusal });
    case "route-locked":
      return new ServiceError("refused", `Route ${refusal.routeNumber} is locked.`, { ...refusal });
  }
}
