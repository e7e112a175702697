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
  const ormDriver = withKeptStatements(postgres(url, { ...quiet, max: options.maxConnections ?? 10 }));
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

/** Lists written out value by value: as many different texts as there are lengths. */
const LISTED_VALUES = /\bin \(\$|\), \(\$/;

/**
 * Lets transactions' statements be planned once per connection and then asked by name, which is one round trip instead
 * of two. Texts that differ with the number of their values are not kept: there is no end of them.
 */
function withKeptStatements(driver: postgres.Sql): postgres.Sql {
  const begin = driver.begin.bind(driver) as (work: (tx: postgres.TransactionSql) => unknown) => Promise<unknown>;
  const beginKeeping = (work: (tx: postgres.TransactionSql) => unknown) =>
    begin((tx) => {
      const unsafe = tx.unsafe.bind(tx);
      tx.unsafe = ((text, values, options) =>
        unsafe(text, values, { ...options, prepare: !LISTED_VALUES.test(text) })) as typeof tx.unsafe;
      return work(tx);
    });
  return Object.assign(driver, { begin: beginKeeping });
}

/** A transaction that names its organization; every query takes one first. Made by `withTenant` only. */
export type Tx = Parameters<Parameters<Database["orm"]["transaction"]>[0]>[0];
