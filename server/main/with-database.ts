import { type Database, openDatabase } from "@/db/client";
import { startEmbeddedServer } from "@/db/embedded/embedded-server";
import { env } from "./env";

/** The installation's database as it is: of a running server's this is a guest, and nothing is brought up to date. */
export async function withDatabase(work: (database: Database) => Promise<number>): Promise<number> {
  const embedded = env.DATABASE_URL ? undefined : await startEmbeddedServer(env.dataDir);
  const database = openDatabase(env.DATABASE_URL ?? embedded!.url, { maxConnections: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
    await embedded?.stop();
  }
}
