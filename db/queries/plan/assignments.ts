import "server-only";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { outboxMessage } from "@/db/schema/event";
import { assignment } from "@/db/schema/plan";

export async function insertAssignments(tx: Tx, rows: readonly (typeof assignment.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(assignment).values([...rows]);
}

export type OutboxInsert = typeof outboxMessage.$inferInsert;

export async function insertMessages(tx: Tx, rows: readonly OutboxInsert[]): Promise<void> {
  await bulkInsert(tx, outboxMessage, rows);
}
