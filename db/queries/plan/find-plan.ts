import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { projectLanguage } from "@/db/queries/project/project-language";
import { plan } from "@/db/schema/plan";
import { project } from "@/db/schema/project";

const columns = {
  id: plan.id,
  projectId: plan.projectId,
  date: plan.date,
  timeZone: plan.timeZone,
  status: plan.status,
  version: plan.version,
  currency: project.currency,
  defaultCountry: project.defaultCountry,
  units: project.units,
  /** In which its drivers are written; null: as most people of the country read. */
  language: projectLanguage,
  loadDimensions: project.loadDimensions,
  defaultDepotId: project.defaultDepotId,
  calibrationPermille: project.travelCalibrationPermille,
};

function plansWithProject(tx: Tx) {
  return tx
    .select(columns)
    .from(plan)
    .innerJoin(project, and(eq(project.organizationId, plan.organizationId), eq(project.id, plan.projectId)));
}

export type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

/** A plan with what its project says about it. */
export async function findPlan(tx: Tx, organizationId: string, planId: string) {
  const [row] = await plansWithProject(tx).where(and(eq(plan.organizationId, organizationId), eq(plan.id, planId)));
  return row;
}

/** A project's plan of a day (index `plan_project_date`). */
export async function findPlanOfDay(tx: Tx, organizationId: string, projectId: string, date: string) {
  const [row] = await plansWithProject(tx).where(
    and(eq(plan.organizationId, organizationId), eq(plan.projectId, projectId), eq(plan.date, date)),
  );
  return row;
}

/**
 * The plan, held until the transaction ends: edits of one plan go one at a time, and always take this lock first, so
 * that they never wait for each other in a circle.
 */
export async function lockPlan(tx: Tx, organizationId: string, planId: string) {
  await tx
    .select({ id: plan.id })
    .from(plan)
    .where(and(eq(plan.organizationId, organizationId), eq(plan.id, planId)))
    .for("update");
  return findPlan(tx, organizationId, planId);
}

/** Makes the plan unless the day has one; true when it was made. */
export async function insertPlan(tx: Tx, row: typeof plan.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(plan)
    .values(row)
    .onConflictDoNothing({ target: [plan.organizationId, plan.projectId, plan.date] })
    .returning({ id: plan.id });
  return made.length > 0;
}

/** Counts one more change of the plan; returns the new version. */
export async function touchPlan(
  tx: Tx,
  organizationId: string,
  planId: string,
  now: Date,
  status?: "draft" | "dispatched",
): Promise<number> {
  const [row] = await tx
    .update(plan)
    .set({ version: sql`${plan.version} + 1`, updatedAt: now, ...(status && { status }) })
    .where(and(eq(plan.organizationId, organizationId), eq(plan.id, planId)))
    .returning({ version: plan.version });
  return row!.version;
}
