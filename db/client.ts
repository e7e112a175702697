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
  /** The same connections; its transactions write nothing, and see one moment of the data however long they read. */
  readonly reading: ReturnType<typeof drizzle>;
  readonly raw: postgres.Sql;
  close(): Promise<void>;
}

export function openDatabase(url: string, options: { maxConnections?: number } = {}): Database {
  const quiet = { onnotice: () => {}, connect_timeout: 10 };
  const pool = postgres(url, { ...quiet, max: options.maxConnections ?? 10 });
  const ormDriver = withKeptStatements(pool, "");
  const raw = postgres(url, { ...quiet, max: 2 });
  return {
    url,
    orm: drizzle({ client: ormDriver }),
    reading: drizzle({ client: withKeptStatements(pool, "isolation level repeatable read read only") }),
    raw,
    close: async () => {
      await Promise.all([pool.end({ timeout: 5 }), raw.end({ timeout: 5 })]);
    },
  };
}

/** Lists written out value by value: as many different texts as there are lengths. */
const LISTED_VALUES = /\bin \(\$|\), \(\$/;

/**
 * The pool, its transactions begun in a mode. Lets transactions' statements be planned once per connection and then
 * asked by name, which is one round trip instead of two. Texts that differ with the number of their values are not kept:
 * there is no end of them.
 */
function withKeptStatements(pool: postgres.Sql, mode: string): postgres.Sql {
  const beginKeeping = (work: (tx: postgres.TransactionSql) => unknown) =>
    pool.begin(mode, (tx) => {
      const unsafe = tx.unsafe.bind(tx);
      tx.unsafe = ((text, values, options) =>
        unsafe(text, values, { ...options, prepare: !LISTED_VALUES.test(text) })) as typeof tx.unsafe;
      return work(tx);
    });
  return Object.assign(Object.create(pool) as postgres.Sql, { begin: beginKeeping });
}

/** A transaction that names its organization; every query takes one first. Made by `withTenant` only. */
export type Tx = Parameters<Parameters<Database["orm"]["transaction"]>[0]>[0];
