import "server-only";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { jsonParam } from "@/db/queries/json-param";
import { ROWS_AT_ONCE, untilNone } from "@/db/queries/until-none";
import { bulkJob, bulkLine } from "@/db/schema/bulk-job";
import type { BulkLineError } from "@/server/domain/bulk/bulk-job";

export type BulkJobRow = typeof bulkJob.$inferSelect;
export type BulkLineRow = typeof bulkLine.$inferInsert;

export async function insertBulkJob(tx: Tx, row: typeof bulkJob.$inferInsert): Promise<void> {
  await tx.insert(bulkJob).values(row);
}

export async function findBulkJob(tx: Tx, organizationId: string, id: string): Promise<BulkJobRow | undefined> {
  const [row] = await tx.select().from(bulkJob).where(isJob(organizationId, id));
  return row;
}

/** The job, held until the transaction ends: one takes its lines at a time. */
export async function lockBulkJob(tx: Tx, organizationId: string, id: string): Promise<BulkJobRow | undefined> {
  const [row] = await tx.select().from(bulkJob).where(isJob(organizationId, id)).for("update");
  return row;
}

export async function updateBulkJob(
  tx: Tx,
  organizationId: string,
  id: string,
  set: Partial<typeof bulkJob.$inferInsert>,
): Promise<void> {
  await tx.update(bulkJob).set(set).where(isJob(organizationId, id));
}

export async function insertBulkLines(tx: Tx, rows: readonly BulkLineRow[]): Promise<void> {
  await bulkInsert(tx, bulkLine, rows);
}

/** The next lines that wait, by number (index `bulk_line_waiting`). */
export async function takeBulkLines(tx: Tx, organizationId: string, jobId: string, limit: number) {
  return tx
    .select({ lineNumber: bulkLine.lineNumber, item: bulkLine.item })
    .from(bulkLine)
    .where(and(isLineOf(organizationId, jobId), isNull(bulkLine.error)))
    .orderBy(asc(bulkLine.lineNumber))
    .limit(limit);
}

/** Lines that were taken in leave; those that could not be stay with the reason. */
export async function settleBulkLines(
  tx: Tx,
  organizationId: string,
  jobId: string,
  taken: readonly number[],
  refused: readonly { readonly lineNumber: number; readonly error: BulkLineError }[],
): Promise<void> {
  if (taken.length > 0) {
    await tx.execute(sql`
      delete from bulk_line where organization_id = ${organizationId} and job_id = ${jobId}
        and line_number in (select jsonb_array_elements(${jsonParam(taken)})::int)`);
  }
  if (refused.length === 0) return;
  await tx.execute(sql`
    update bulk_line l set item = null, error = r.error
    from jsonb_to_recordset(${jsonParam(refused)}) as r("lineNumber" int, error jsonb)
    where l.organization_id = ${organizationId} and l.job_id = ${jobId} and l.line_number = r."lineNumber"`);
}

/** The first lines that could not be taken in. */
export async function listBulkErrors(tx: Tx, organizationId: string, jobId: string, limit: number) {
  return tx
    .select({ lineNumber: bulkLine.lineNumber, error: bulkLine.error })
    .from(bulkLine)
    .where(and(isLineOf(organizationId, jobId), isNotNull(bulkLine.error)))
    .orderBy(asc(bulkLine.lineNumber))
    .limit(limit);
}

/** Drops what waits of a job that goes no further. */
export async function dropWaitingBulkLines(tx: Tx, organizationId: string, jobId: string): Promise<void> {
  await tx.delete(bulkLine).where(and(isLineOf(organizationId, jobId), isNull(bulkLine.error)));
}

/** Deletes jobs that ended, or broke off while their lines came, before then. Outside any tenant. */
export function deleteOutlivedBulkJobs({ raw }: Database, before: Date): Promise<number> {
  return untilNone(
    () => raw`
      delete from bulk_job where ctid = any(array(
        select ctid from bulk_job where updated_at < ${before} limit ${ROWS_AT_ONCE}))`,
  );
}

const isJob = (organizationId: string, id: string) =>
  and(eq(bulkJob.organizationId, organizationId), eq(bulkJob.id, id));
const isLineOf = (organizationId: string, jobId: string) =>
  and(eq(bulkLine.organizationId, organizationId), eq(bulkLine.jobId, jobId));
