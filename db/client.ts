import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/**
 * The database as the process holds it. Two drivers over one server: drizzle changes the serializers of the driver it
 * is given, so raw SQL and `listen` have their own.
 */
export interface Database {
  readonly url: string;
  readonly orm: ReturnType<typeof drizzle>;
  readonly raw: postgres.Sql;
  close(): Promise<void>;
}

export function openDatabase(url: string, options: { maxConnections?: number } = {}): Database {
  const quiet = { onnotice: () => {}, connect_timeout: 10 };
  const ormDriver = postgres(url, { ...quiet, max: options.maxConnections ?? 10 });
  const raw = postgres(url, { ...quiet, max: 2 });
  return {
    url,
    orm: drizzle({ client: ormDriver }),
    raw,
    close: async () => {
      await Promise.all([ormDriver.end({ timeout: 5 }), raw.end({ timeout: 5 })]);
    },
  };
}

/** A transaction that names its organization; every query takes one first. Made by `withTenant` only. */
export type Tx = Parameters<Parameters<Database["orm"]["transaction"]>[0]>[0];
