import "server-only";
import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { optimization } from "@/db/schema/optimization";
import { plan } from "@/db/schema/plan";

export type OptimizationRow = typeof optimization.$inferSelect;

/** Stores a run; returns the number it goes by. */
export async function insertOptimization(tx: Tx, row: typeof optimization.$inferInsert): Promise<number> {
  const [made] = await tx.insert(optimization).values(row).returning({ number: optimization.number });
  return made!.number;
}

/** The first run of the planning of this number, which may be any of its runs' (index `optimization_number`). */
export async function findPlanningRun(tx: Tx, organizationId: string, number: number) {
  const [named] = await tx
    .select({ id: optimization.id })
    .from(optimization)
    .where(and(eq(optimization.organizationId, organizationId), eq(optimization.number, number)));
  return named && (await findPlanningRuns(tx, organizationId, named.id))[0];
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

type OptimizationChange = Partial<
  Pick<
    OptimizationRow,
    "status" | "request" | "progress" | "drafts" | "failure" | "stopRequestedAt" | "heartbeatAt" | "updatedAt"
  >
>;

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

/**
 * The runs of the planning that this run is of, first day first, held until the transaction ends; of any other run itself
 * alone. They share their fate: whoever changes one changes all, and holds their plans before, if any.
 */
export async function lockPlanningRuns(tx: Tx, organizationId: string, id: string): Promise<OptimizationRow[]> {
  const first = await firstOf(tx, organizationId, id);
  return tx
    .select()
    .from(optimization)
    .where(ofPlanning(organizationId, first))
    .orderBy(asc(optimization.id))
    .for("update");
}

/** The same, to be looked at. */
export async function findPlanningRuns(tx: Tx, organizationId: string, id: string) {
  const first = await firstOf(tx, organizationId, id);
  return tx
    .select(PLANNING_RUN)
    .from(optimization)
    .where(ofPlanning(organizationId, first))
    .orderBy(asc(optimization.id));
}

async function firstOf(tx: Tx, organizationId: string, id: string): Promise<string> {
  const [run] = await tx
    .select({ firstId: optimization.firstId })
    .from(optimization)
    .where(and(eq(optimization.organizationId, organizationId), eq(optimization.id, id)));
  return run?.firstId ?? id;
}

/** Indexes: the key and `optimization_first`. */
function ofPlanning(organizationId: string, firstId: string) {
  return and(
    eq(optimization.organizationId, organizationId),
    or(eq(optimization.id, firstId), eq(optimization.firstId, firstId)),
  );
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
  change: OptimizationChange,
): Promise<void> {
  await updateOptimizations(tx, organizationId, [id], change);
}

/** The same change of several runs. */
export async function updateOptimizations(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  change: OptimizationChange,
): Promise<void> {
  await tx
    .update(optimization)
    .set(change)
    .where(and(eq(optimization.organizationId, organizationId), inArray(optimization.id, [...ids])));
}

/** Draft proposals that nobody decided on make way for a new run; what becomes the plan by itself is none. */
export async function discardReadyOptimizations(tx: Tx, organizationId: string, planId: string, now: Date) {
  await tx
    .update(optimization)
    .set({ status: "discarded", updatedAt: now })
    .where(
      and(
        eq(optimization.organizationId, organizationId),
        eq(optimization.planId, planId),
        eq(optimization.status, "ready"),
        sql`request->'planning' is null`,
      ),
    );
}
