import "server-only";
import { sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import type { Tx } from "./client";

/** The transaction as pg-boss takes it: a job sent through it exists if and only if the transaction commits. */
export function bossTransaction(tx: Tx) {
  return fromDrizzle(tx as never, sql as never);
}

/** Lets the tenants' role put jobs into the queue's tables. Run once, after the queue has made them. */
export const QUEUE_GRANTS = `
  GRANT USAGE ON SCHEMA pgboss TO dray_app;
  GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA pgboss TO dray_app;
`;
