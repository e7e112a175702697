import postgres from "postgres";
import { inject } from "vitest";
import { type Database, openDatabase } from "../client";
import { TEMPLATE_DATABASE, withDatabase } from "./start-test-server";

let opened: Promise<Database> | undefined;

/** This test worker's own database, cloned from the migrated template on first use. */
export function workerDatabase(): Promise<Database> {
  opened ??= cloneTemplate();
  return opened;
}

async function cloneTemplate(): Promise<Database> {
  const serverUrl = inject("testServerUrl");
  const name = `dray_worker_${process.env.VITEST_POOL_ID ?? "0"}_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    // Cloning needs the template to itself for a moment: workers take turns.
    await admin`select pg_advisory_lock(7241)`;
    await admin.unsafe(`create database ${name} template ${TEMPLATE_DATABASE}`);
    await admin`select pg_advisory_unlock(7241)`;
  } finally {
    await admin.end();
  }
  return openDatabase(withDatabase(serverUrl, name), { maxConnections: 6 });
}
