import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { isAmong } from "@/db/queries/json-param";
import { customerTold, trackingView } from "@/db/schema/tracking";

export type ToldRow = typeof customerTold.$inferSelect;

/** What the customers of doors were last told; doors of which nothing was told are absent. */
export async function findTolds(tx: Tx, organizationId: string, visitIds: readonly string[]): Promise<ToldRow[]> {
  return tx
    .select()
    .from(customerTold)
    .where(and(eq(customerTold.organizationId, organizationId), isAmong(customerTold.visitId, visitIds)));
}

/**
 * What doors' customers were last told, held until the transaction ends, in the order of the doors' ids, so that nobody
 * waits in a circle; rows are made where nothing was told yet.
 */
export async function lockTolds(
  tx: Tx,
  organizationId: string,
  visitIds: readonly string[],
  now: Date,
): Promise<ToldRow[]> {
  const doors = [...visitIds].sort();
  const nothing = doors.map((visitId) => ({ organizationId, visitId, updatedAt: now }));
  await bulkInsert(tx, customerTold, nothing, sql`on conflict do nothing`);
  return tx
    .select()
    .from(customerTold)
    .where(and(eq(customerTold.organizationId, organizationId), isAmong(customerTold.visitId, doors)))
    .orderBy(customerTold.visitId)
    .for("update");
}

/** Puts down what the customers of doors that are held are told now. */
export async function saveTolds(tx: Tx, rows: readonly ToldRow[]): Promise<void> {
  await bulkInsert(
    tx,
    customerTold,
    rows,
    sql`on conflict (organization_id, visit_id) do update set told_date = excluded.told_date,
      window_from = excluded.window_from, window_to = excluded.window_to, window_basis = excluded.window_basis,
      widenings = excluded.widenings, attempt = excluded.attempt, delays = excluded.delays,
      delay_arrive_at = excluded.delay_arrive_at, reschedules = excluded.reschedules, ended_at = excluded.ended_at, updated_at = excluded.updated_at`,
  );
}

export async function insertTrackingViews(tx: Tx, rows: readonly (typeof trackingView.$inferInsert)[]): Promise<void> {
  await bulkInsert(tx, trackingView, rows);
}
