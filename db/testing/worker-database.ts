import postgres from "postgres";
import { inject } from "vitest";
import { type Database, openDatabase } from "../client";
import { TEMPLATE_DATABASE, withDatabase } from "./start-test-server";

let opened: Promise<Database> | undefined;

/** The running test file's own database, cloned from the migrated template on first use and dropped after its last test. */
export function workerDatabase(): Promise<Database> {
  opened ??= cloneTemplate();
  return opened;
}

/** What comes next in this process begins with a database of its own. */
export async function dropWorkerDatabase(): Promise<void> {
  const dropped = await opened?.catch(() => undefined);
  opened = undefined;
  if (!dropped) return;
  await dropped.close();
  const name = new URL(dropped.url).pathname.slice(1);
  // Processes that a test has started, and killed or not, may hold on to it.
  await asAdmin((admin) => admin.unsafe(`drop database ${name} with (force)`));
}

async function cloneTemplate(): Promise<Database> {
  const name = `dray_worker_${process.env.VITEST_POOL_ID ?? "0"}_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  await asAdmin(async (admin) => {
    // Cloning needs the template to itself for a moment: workers take turns.
    await admin`select pg_advisory_lock(7241)`;
    await admin.unsafe(`create database ${name} template ${TEMPLATE_DATABASE}`);
    await admin`select pg_advisory_unlock(7241)`;
  });
  return openDatabase(withDatabase(inject("testServerUrl"), name), { maxConnections: 6 });
}

async function asAdmin(work: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(inject("testServerUrl"), { max: 1, onnotice: () => {} });
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
