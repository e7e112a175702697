import "server-only";
import { and, desc, eq, ilike, sql } from "drizzle-orm";
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

/** True where the address was there. */
export async function deleteOptOut(tx: Tx, { organizationId, channel, address }: OptOutKey): Promise<boolean> {
  const gone = await tx
    .delete(notificationOptOut)
    .where(
      and(
        eq(notificationOptOut.organizationId, organizationId),
        eq(notificationOptOut.channel, channel),
        eq(notificationOptOut.address, address),
      ),
    )
    .returning({ one: sql<number>`1` });
  return gone.length > 0;
}
