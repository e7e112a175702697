import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client";
import { withTenant } from "../with-tenant";

/**
 * How PostgreSQL would answer a query for this tenant: to show that an index is used. `isLarge` has it plan as if reading
 * or sorting the whole table were out of the question, as it is once there are many rows.
 */
export async function explain(
  database: Database,
  organizationId: string,
  query: SQL,
  { isLarge = false }: { readonly isLarge?: boolean } = {},
): Promise<string> {
  return withTenant(database, organizationId, async (tx) => {
    if (isLarge) {
      await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)`);
    }
    const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
    return [...rows].map((row) => row["QUERY PLAN"]).join("\n");
  });
}
