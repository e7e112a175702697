import "server-only";
import type { Tx } from "@/db/client";
import { insertPlanEdit } from "@/db/queries/plan/plan-edits";
import type { PlanEditInverse } from "@/server/domain/plan/plan-edit";

interface RecordScope {
  readonly tx: Tx;
  readonly actor: { readonly id: string | null; readonly organizationId: string };
  readonly now: Date;
  newId(): string;
}

/** Puts an edit on its maker's undo stack; null when nobody made it. */
export async function recordEdit(
  scope: RecordScope,
  edit: { planId: string; mutationId: string; label: string; inverse: PlanEditInverse },
): Promise<{ id: string; label: string } | null> {
  const { tx, actor, now } = scope;
  if (actor.id === null) return null;
  const id = scope.newId();
  const { organizationId } = actor;
  await insertPlanEdit(tx, { organizationId, id, userId: actor.id, createdAt: now, ...edit });
  return { id, label: edit.label };
}
