import "server-only";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/** One lock for every process that starts at once on a new version. */
const MIGRATION_LOCK = 0x64726179;

/** Brings the database to this version's tables. Safe to call from several processes at once. */
export async function migrateDatabase(url: string): Promise<void> {
  const driver = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await driver`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle({ client: driver }), {
      migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)),
    });
  } finally {
    await driver.end({ timeout: 5 });
  }
}
