import { rm } from "node:fs/promises";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedServer } from "../embedded/embedded-server";
import { migrateDatabase } from "../migrate";
import { makeTestFolder } from "./test-folder";

declare module "vitest" {
  interface ProvidedContext {
    testServerUrl: string;
  }
}

/** The database every test worker clones. */
export const TEMPLATE_DATABASE = "dray_template";

/** One server for the whole run, migrated once; it forgets everything at the end. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await makeTestFolder();
  const server = await startEmbeddedServer(dataDir, { durable: false, maxConnections: 200 });
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${TEMPLATE_DATABASE}`);
  await admin.end();
  await migrateDatabase(withDatabase(server.url, TEMPLATE_DATABASE));
  project.provide("testServerUrl", server.url);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** The same server's address with another database's name. */
export function withDatabase(url: string, name: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
}
