import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { Tx } from "./client";

/** The transaction as pg-boss takes it: a job sent through it exists if and only if the transaction commits. */
export function bossTransaction(tx: Tx) {
  return fromDrizzle(tx as never, sql as never);
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
