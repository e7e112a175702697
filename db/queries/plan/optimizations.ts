import "server-only";
import { and, asc, desc, eq, inArray, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { optimization } from "@/db/schema/optimization";
import { plan } from "@/db/schema/plan";

export type OptimizationRow = typeof optimization.$inferSelect;

/** Stores a run; returns the number it goes by. */
export async function insertOptimization(tx: Tx, row: typeof optimization.$inferInsert): Promise<number> {
  const [made] = await tx.insert(optimization).values(row).returning({ number: optimization.number });
  return made!.number;
}

/** The runs of a planning, first day first, by the number of any of them (indexes `optimization_number`, `optimization_first`). */
export async function listPlanningRuns(tx: Tx, organizationId: string, number: number) {
  const [named] = await tx
    .select({ id: optimization.id, firstId: optimization.firstId })
    .from(optimization)
    .where(and(eq(optimization.organizationId, organizationId), eq(optimization.number, number)));
  if (!named) return [];
  const first = named.firstId ?? named.id;
  return tx
    .select(PLANNING_RUN)
    .from(optimization)
    .where(
      and(
        eq(optimization.organizationId, organizationId),
        or(eq(optimization.id, first), eq(optimization.firstId, first)),
      ),
    )
    .orderBy(asc(optimization.id));
}

const PLANNING_RUN = {
  id: optimization.id,
  number: optimization.number,
  planId: optimization.planId,
  status: optimization.status,
  request: optimization.request,
  progress: optimization.progress,
  heartbeatAt: optimization.heartbeatAt,
};

/** The runs that are not over on these days, by date; all days where none is named (index `optimization_active`). */
export async function listActiveRuns(tx: Tx, organizationId: string, dates: readonly string[] | null) {
  return tx
    .select({ ...PLANNING_RUN, firstId: optimization.firstId, date: plan.date, projectId: plan.projectId })
    .from(optimization)
    .innerJoin(plan, and(eq(plan.organizationId, optimization.organizationId), eq(plan.id, optimization.planId)))
    .where(
      and(
        eq(optimization.organizationId, organizationId),
        inArray(optimization.status, ["queued", "running"]),
        dates ? inArray(plan.date, [...dates]) : undefined,
      ),
    )
    .orderBy(asc(plan.date), asc(optimization.id));
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
      "status" | "request" | "progress" | "drafts" | "failure" | "stopRequestedAt" | "heartbeatAt" | "updatedAt"
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
