import "server-only";
import type { Tx } from "@/db/client";
import { insertMutation, insertPlanEdit } from "@/db/queries/plan/plan-edits";
import { type EditSummary, labelOfEdit, type NamedEdit } from "@/server/domain/plan/edit-summary";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";
import { hashRequest } from "./hash-request";

interface RecordScope {
  readonly tx: Tx;
  readonly actor: { readonly id: string | null; readonly organizationId: string };
  readonly now: Date;
  newId(): string;
}

/** Puts an edit on its maker's undo stack; null when nobody made it. */
export async function recordEdit(
  scope: RecordScope,
  {
    mutationId,
    request,
    ...edit
  }: {
    planId: string;
    mutationId: string;
    summary: EditSummary;
    inverse: PlanEditInverse;
    /** The parsed input: should its name come again for something else, that is refused. */
    request?: unknown;
  },
): Promise<NamedEdit | null> {
  const { tx, actor, now } = scope;
  if (actor.id === null) return null;
  const id = scope.newId();
  const { organizationId } = actor;
  const label = labelOfEdit(edit.summary);
  await insertPlanEdit(tx, { organizationId, id, userId: actor.id, label, createdAt: now, ...edit });
  const requestHash = request === undefined ? "" : hashRequest(request);
  await insertMutation(tx, {
    organizationId,
    planId: edit.planId,
    mutationId,
    requestHash,
    editId: id,
    createdAt: now,
  });
  return { id, label, summary: edit.summary };
}
