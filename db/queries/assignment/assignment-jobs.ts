import "server-only";
import { and, eq } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { ROWS_AT_ONCE, untilNone } from "@/db/queries/until-none";
import { assignmentJob } from "@/db/schema/assignment-job";

export async function insertAssignmentJob(tx: Tx, row: typeof assignmentJob.$inferInsert): Promise<void> {
  await tx.insert(assignmentJob).values(row);
}

export async function findAssignmentJob(tx: Tx, organizationId: string, id: string) {
  const [row] = await tx.select().from(assignmentJob).where(isJob(organizationId, id));
  return row;
}

/** The job, held until the transaction ends. */
export async function lockAssignmentJob(tx: Tx, organizationId: string, id: string) {
  const [row] = await tx.select().from(assignmentJob).where(isJob(organizationId, id)).for("update");
  return row;
}

export async function updateAssignmentJob(
  tx: Tx,
  organizationId: string,
  id: string,
  set: Partial<typeof assignmentJob.$inferInsert>,
): Promise<void> {
  await tx.update(assignmentJob).set(set).where(isJob(organizationId, id));
}

/** Deletes jobs that nothing has happened to since then. Outside any tenant. */
export function deleteOutlivedAssignmentJobs({ raw }: Database, before: Date): Promise<number> {
  return untilNone(
    () => raw`
      delete from assignment_job where ctid = any(array(
        select ctid from assignment_job where updated_at < ${before} limit ${ROWS_AT_ONCE}))`,
  );
}

const isJob = (organizationId: string, id: string) =>
  and(eq(assignmentJob.organizationId, organizationId), eq(assignmentJob.id, id));
