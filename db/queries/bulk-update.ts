import "server-only";
import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { recordColumns } from "./bulk-insert";
import { idArray, jsonParam } from "./json-param";

const ROWS_PER_STATEMENT = 2500;

/** Sets columns of many rows of one tenant, found by id, in as few statements. All rows have the keys of the first. */
export async function bulkUpdate<T extends PgTable>(
  tx: Tx,
  table: T,
  organizationId: string,
  rows: readonly (Partial<T["$inferInsert"]> & { id: string })[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const keys = Object.keys(first);
  const { definitions } = recordColumns(table, keys);
  const { assignments } = recordColumns(
    table,
    keys.filter((key) => key !== "id"),
  );
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = rows.slice(from, from + ROWS_PER_STATEMENT);
    // The list of ids keeps the planner, which knows nothing of the records, from joining row by row.
    await tx.execute(sql`
      update ${table} as target set ${assignments}
      from jsonb_to_recordset(${jsonParam(part)}) as r(${definitions})
      where target.organization_id = ${organizationId} and target.id = any(${idArray(part.map(({ id }) => id))})
        and target.id = r.id`);
  }
}
