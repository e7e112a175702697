import "server-only";
import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { jsonParam } from "./json-param";

const ROWS_PER_STATEMENT = 2500;

/**
 * Inserts any number of rows with one parameter per statement, whatever their width. All rows have the keys of the
 * first. `onConflict` follows the select (`on conflict … do nothing`). Returns the ids of the rows that went in, for
 * tables that have one.
 */
export async function bulkInsert<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T["$inferInsert"][],
  onConflict: SQL = sql``,
): Promise<string[]> {
  const first = rows[0];
  if (!first) return [];
  const columns = recordColumns(table, Object.keys(first));
  const hasId = "id" in getTableColumns(table);
  const inserted: string[] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const result = await tx.execute<{ id: string }>(sql`
      insert into ${table} (${columns.names})
      select ${columns.values} from jsonb_to_recordset(${jsonParam(rows.slice(from, from + ROWS_PER_STATEMENT))}) as r(${columns.definitions})
      ${onConflict}
      ${hasId ? sql`returning ${sql.identifier(getTableName(table))}.id` : sql``}`);
    for (const row of result) inserted.push(row.id);
  }
  return inserted;
}

/** The named columns of a table as `jsonb_to_recordset` needs them; the records' keys are the schema's own. */
export function recordColumns(table: PgTable, keys: readonly string[]) {
  const columns = getTableColumns(table);
  const chosen = keys.map((key) => ({ key, column: columns[key]! }));
  return {
    names: sql.join(
      chosen.map(({ column }) => sql.identifier(column.name)),
      sql`, `,
    ),
    values: sql.join(
      chosen.map(({ key }) => sql`r.${sql.identifier(key)}`),
      sql`, `,
    ),
    definitions: sql.join(
      chosen.map(({ key, column }) => sql`${sql.identifier(key)} ${sql.raw(column.getSQLType())}`),
      sql`, `,
    ),
    assignments: sql.join(
      chosen.map(({ key, column }) => sql`${sql.identifier(column.name)} = r.${sql.identifier(key)}`),
      sql`, `,
    ),
  };
}
