import "server-only";
import { and, desc, eq, ilike, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { notificationOptOut } from "@/db/schema/notification";

export type OptOutRow = typeof notificationOptOut.$inferSelect;
type OptOutKey = Pick<OptOutRow, "organizationId" | "channel" | "address">;

/** Who does not want to be written, newest first; those whose address contains a text. */
export async function listOptOutRows(
  tx: Tx,
  organizationId: string,
  contains: string,
  limit: number,
): Promise<OptOutRow[]> {
  return tx
    .select()
    .from(notificationOptOut)
    .where(
      and(
        eq(notificationOptOut.organizationId, organizationId),
        contains === "" ? undefined : ilike(notificationOptOut.address, `%${contains.replace(/[\\%_]/g, "\\$&")}%`),
      ),
    )
    .orderBy(desc(notificationOptOut.createdAt), notificationOptOut.address)
    .limit(limit);
}

/** Notes that somebody does not want to be written by a channel; true when that is news. */
export async function insertOptOut(tx: Tx, row: typeof notificationOptOut.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(notificationOptOut)
    .values(row)
    .onConflictDoNothing()
    .returning({ address: notificationOptOut.address });
  return rows.length > 0;
}

/** Whether an address, as a no is kept under it, is not to be written to by a channel. */
export async function isOptedOut(tx: Tx, key: OptOutKey): Promise<boolean> {
  return (await tx.$count(notificationOptOut, isOptOut(key))) > 0;
}

/** True where the address was there. */
export async function deleteOptOut(tx: Tx, key: OptOutKey): Promise<boolean> {
  const gone = await tx
    .delete(notificationOptOut)
    .where(isOptOut(key))
    .returning({ address: notificationOptOut.address });
  return gone.length > 0;
}

function isOptOut({ organizationId, channel, address }: OptOutKey): SQL | undefined {
  return and(
    eq(notificationOptOut.organizationId, organizationId),
    eq(notificationOptOut.channel, channel),
    eq(notificationOptOut.address, address),
  );
}
