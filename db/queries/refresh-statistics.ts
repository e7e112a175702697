import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Tells the planner how many rows there are by now. For the end of whatever writes thousands at once; it holds off other
 * such writers until the transaction ends, so it comes last.
 */
export async function refreshStatistics(tx: Tx): Promise<void> {
  await tx.execute(sql`select refresh_statistics()`);
}
