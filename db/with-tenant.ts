import "server-only";
import { sql } from "drizzle-orm";
import type { Reach } from "@/server/domain/access/member-scope";
import type { Database, Tx } from "./client";
import { DatabaseUnavailable, isLostConnection } from "./database-unavailable";

/**
 * Runs `work` in one transaction as the non-owner role, seeing and touching rows of one organization only, and of those
 * only what a limited member's `reach` covers. A read-only one refuses every write, and all it reads is of one moment, whatever is committed meanwhile. Throws
 * `DatabaseUnavailable` when the server is not there or goes away.
 */
export async function withTenant<T>(
  database: Database,
  organizationId: string,
  work: (tx: Tx) => Promise<T>,
  options: { readOnly?: boolean; reach?: Reach | undefined } = {},
): Promise<T> {
  const orm = options.readOnly ? database.reading : database.orm;
  const transaction = orm.transaction(async (tx) => {
    await tx.execute(
      sql`select set_config('role', 'dray_app', true), set_config('app.organization_id', ${organizationId}, true)`,
    );
    if (options.reach) await limitTo(tx, options.reach);
    return work(tx);
  });
  return transaction.catch((error: unknown) => {
    throw isLostConnection(error) ? new DatabaseUnavailable("the database cannot be reached", { cause: error }) : error;
  });
}

/** From here on it is somebody whom the policies `scope` concern, and those admit only what is of these projects and depots. */
async function limitTo(tx: Tx, { projectIds, depotIds }: Reach): Promise<void> {
  const listed = (ids: readonly string[] | null) => (ids ? `{${ids.join(",")}}` : "");
  await tx.execute(
    sql`select set_config('role', 'dray_limited', true), set_config('app.project_ids', ${listed(projectIds)}, true),
      set_config('app.depot_ids', ${listed(depotIds)}, true)`,
  );
}
