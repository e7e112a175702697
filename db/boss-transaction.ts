import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { Tx } from "./client";

/** The transaction as pg-boss takes it: a job sent through it exists if and only if the transaction commits. */
export function bossTransaction(tx: Tx) {
  return fromDrizzle(tx as never, sql as never);
}

/**
 * Keeps the job that waits under this key from being taken until the transaction ends, so that it reads what the
 * transaction has written; false when none waits (any more). Takers skip held jobs, so nobody waits for anybody.
 */
export async function holdWaitingJob(tx: Tx, queue: string, key: string): Promise<boolean> {
  const held = await tx.execute(sql`
    SELECT id FROM pgboss.job WHERE name = ${queue} AND singleton_key = ${key} AND state = 'created' FOR KEY SHARE`);
  return held.length > 0;
}

/**
 * Lets the tenants' role put jobs into the queue's tables. Run after the queue has made them; processes that start at
 * the same time take turns, or PostgreSQL refuses the one that comes second. Sent as one simple query,
 * it is one transaction.
 */
export const QUEUE_GRANTS = `
  SELECT pg_advisory_xact_lock(1685217658);
  GRANT USAGE ON SCHEMA pgboss TO dray_app;
  GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA pgboss TO dray_app;
`;
