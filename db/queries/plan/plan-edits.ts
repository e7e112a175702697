import "server-only";
import { and, asc, desc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { user } from "@/db/schema/auth";
import { planEdit, planMutation } from "@/db/schema/plan-editing";

export type PlanEditRow = typeof planEdit.$inferSelect;

export async function insertPlanEdit(tx: Tx, row: typeof planEdit.$inferInsert): Promise<void> {
  await tx.insert(planEdit).values(row);
}

/** What a request of this name has done already, if anything (index: the key of `plan_mutation`). */
export async function findMutation(
  tx: Tx,
  organizationId: string,
  planId: string,
  mutationId: string,
): Promise<{ requestHash: string; edit: PlanEditRow } | undefined> {
  const [row] = await tx
    .select({ requestHash: planMutation.requestHash, edit: planEdit })
    .from(planMutation)
    .innerJoin(
      planEdit,
      and(eq(planEdit.organizationId, planMutation.organizationId), eq(planEdit.id, planMutation.editId)),
    )
    .where(
      and(
        eq(planMutation.organizationId, organizationId),
        eq(planMutation.planId, planId),
        eq(planMutation.mutationId, mutationId),
      ),
    );
  return row;
}

export async function insertMutation(tx: Tx, row: typeof planMutation.$inferInsert): Promise<void> {
  await tx.insert(planMutation).values(row);
}

interface Stack {
  readonly organizationId: string;
  readonly planId: string;
  readonly userId: string;
}

const inStack = ({ organizationId, planId, userId }: Stack) =>
  and(eq(planEdit.organizationId, organizationId), eq(planEdit.planId, planId), eq(planEdit.userId, userId));

/** A person's newest edit that is not taken back (index `plan_edit_stack`). */
export async function findEditToUndo(tx: Tx, stack: Stack): Promise<PlanEditRow | undefined> {
  const [row] = await tx
    .select()
    .from(planEdit)
    .where(and(inStack(stack), isNull(planEdit.undoneAt)))
    .orderBy(desc(planEdit.id))
    .limit(1);
  return row;
}

/**
 * The edit taken back last, unless something was edited since (index `plan_edit_stack`). What had been taken back before
 * the newest edits were made is older in its taking back than they are, and so is never reached again.
 */
export async function findEditToRedo(tx: Tx, stack: Stack): Promise<PlanEditRow | undefined> {
  const newest = await findEditToUndo(tx, stack);
  const [row] = await tx
    .select()
    .from(planEdit)
    .where(and(inStack(stack), isNotNull(planEdit.undoneAt), newest ? gt(planEdit.id, newest.id) : undefined))
    .orderBy(desc(planEdit.undoneAt), asc(planEdit.id))
    .limit(1);
  return row;
}

/** A person's edits, newest first (index `plan_edit_stack`). */
export async function listPlanEdits(tx: Tx, stack: Stack, limit: number): Promise<PlanEditRow[]> {
  return tx.select().from(planEdit).where(inStack(stack)).orderBy(desc(planEdit.id)).limit(limit);
}

/** The plan's last edits, whoever made them, newest first (index `plan_edit_plan`). */
export async function listRecentEdits(tx: Tx, organizationId: string, planId: string, limit: number) {
  const { id, label, summary, userId, undoneAt, createdAt } = planEdit;
  return tx
    .select({ id, label, summary, userId, name: user.name, undoneAt, createdAt })
    .from(planEdit)
    .leftJoin(user, eq(user.id, planEdit.userId))
    .where(and(eq(planEdit.organizationId, organizationId), eq(planEdit.planId, planId)))
    .orderBy(desc(planEdit.id))
    .limit(limit);
}

/**
 * Marks an edit as taken back or done again, with what turns it round the next time. Taken back is after all that were
 * before, whatever the clock says: a redo goes by it.
 */
export async function turnPlanEdit(
  tx: Tx,
  stack: Stack,
  editId: string,
  change: Pick<PlanEditRow, "inverse" | "undoneAt">,
): Promise<void> {
  const [last] = await tx
    .select({ undoneAt: planEdit.undoneAt })
    .from(planEdit)
    .where(and(inStack(stack), isNotNull(planEdit.undoneAt)))
    .orderBy(desc(planEdit.undoneAt))
    .limit(1);
  const after = new Date((last?.undoneAt?.getTime() ?? 0) + 1);
  const undoneAt = change.undoneAt && change.undoneAt < after ? after : change.undoneAt;
  await tx
    .update(planEdit)
    .set({ ...change, undoneAt })
    .where(and(eq(planEdit.organizationId, stack.organizationId), eq(planEdit.id, editId)));
}
