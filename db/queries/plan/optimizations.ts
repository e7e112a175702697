import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { optimization } from "@/db/schema/optimization";

export type OptimizationRow = typeof optimization.$inferSelect;

export async function insertOptimization(tx: Tx, row: typeof optimization.$inferInsert): Promise<void> {
  await tx.insert(optimization).values(row);
}

export async function findOptimization(tx: Tx, organizationId: string, id: string) {
  const [row] = await tx
    .select()
    .from(optimization)
    .where(and(eq(optimization.organizationId, organizationId), eq(optimization.id, id)));
  return row;
}

/** The run, held until the transaction ends. */
export async function lockOptimization(tx: Tx, organizationId: string, id: string) {
  const [row] = await tx
    .select()
    .from(optimization)
    .where(and(eq(optimization.organizationId, organizationId), eq(optimization.id, id)))
    .for("update");
  return row;
}

/** A plan's newest run (index `optimization_plan`). */
export async function findLatestOptimization(tx: Tx, organizationId: string, planId: string) {
  const [row] = await tx
    .select()
    .from(optimization)
    .where(and(eq(optimization.organizationId, organizationId), eq(optimization.planId, planId)))
    .orderBy(desc(optimization.id))
    .limit(1);
  return row;
}

/** The run of a plan that is not over (index `optimization_active`). */
export async function findActiveOptimization(tx: Tx, organizationId: string, planId: string) {
  const [row] = await tx
    .select()
    .from(optimization)
    .where(
      and(
        eq(optimization.organizationId, organizationId),
        eq(optimization.planId, planId),
        inArray(optimization.status, ["queued", "running"]),
      ),
    )
    .for("update");
  return row;
}

export async function updateOptimization(
  tx: Tx,
  organizationId: string,
  id: string,
  change: Partial<
    Pick<
      OptimizationRow,
      "status" | "progress" | "drafts" | "failure" | "stopRequestedAt" | "heartbeatAt" | "updatedAt"
    >
  >,
): Promise<void> {
  await tx
    .update(optimization)
    .set(change)
    .where(and(eq(optimization.organizationId, organizationId), eq(optimization.id, id)));
}

/** Draft proposals that nobody decided on make way for a new run. */
export async function discardReadyOptimizations(tx: Tx, organizationId: string, planId: string, now: Date) {
  await tx
    .update(optimization)
    .set({ status: "discarded", updatedAt: now })
    .where(
      and(
        eq(optimization.organizationId, organizationId),
        eq(optimization.planId, planId),
        eq(optimization.status, "ready"),
      ),
    );
}
