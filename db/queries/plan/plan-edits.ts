import "server-only";
import { and, asc, desc, eq, gt, isNotNull, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { planEdit } from "@/db/schema/plan";

export type PlanEditRow = typeof planEdit.$inferSelect;

export async function insertPlanEdit(tx: Tx, row: typeof planEdit.$inferInsert): Promise<void> {
  await tx.insert(planEdit).values(row);
}

/** The edit that a request has already made, undone or redone (index `plan_edit_mutation`, then the person's stack). */
export async function findEditByMutation(tx: Tx, organizationId: string, planId: string, mutationId: string) {
  const [row] = await tx
    .select()
    .from(planEdit)
    .where(
      and(
        eq(planEdit.organizationId, organizationId),
        eq(planEdit.planId, planId),
        or(eq(planEdit.mutationId, mutationId), eq(planEdit.turnMutationId, mutationId)),
      ),
    );
  return row;
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

/** Marks an edit as taken back or done again, with what turns it round the next time. */
export async function turnPlanEdit(
  tx: Tx,
  organizationId: string,
  editId: string,
  change: Pick<PlanEditRow, "inverse" | "undoneAt" | "turnMutationId">,
): Promise<void> {
  await tx
    .update(planEdit)
    .set(change)
    .where(and(eq(planEdit.organizationId, organizationId), eq(planEdit.id, editId)));
}
