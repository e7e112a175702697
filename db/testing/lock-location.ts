import { sql } from "drizzle-orm";
import type { Tx } from "../client";

/** Touches a location, as anything that changes it does: its row is held until the transaction ends. */
export async function lockLocation(tx: Tx, id: string): Promise<void> {
  await tx.execute(sql`update location set updated_at = now() where id = ${id}`);
}
