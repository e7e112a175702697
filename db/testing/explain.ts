import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../client";
import { withTenant } from "../with-tenant";

/** How PostgreSQL would answer a query for this tenant: to show that an index is used. */
export async function explain(database: Database, organizationId: string, query: SQL): Promise<string> {
  return withTenant(database, organizationId, async (tx) => {
    const rows = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
    return [...rows].map((row) => row["QUERY PLAN"]).join("\n");
  });
}
