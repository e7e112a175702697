import "server-only";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { orderImport } from "@/db/schema/intake";

export async function insertImport(tx: Tx, row: typeof orderImport.$inferInsert): Promise<void> {
  await bulkInsert(tx, orderImport, [row]);
}
