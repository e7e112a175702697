import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { partner } from "@/db/schema/partner";
import type { PartnerStatus } from "@/server/domain/partner/partner-schema";

export type PartnerRow = typeof partner.$inferSelect;

export async function insertPartner(tx: Tx, row: typeof partner.$inferInsert): Promise<void> {
  await tx.insert(partner).values(row);
}

export async function updatePartner(
  tx: Tx,
  organizationId: string,
  id: string,
  set: Partial<typeof partner.$inferInsert>,
): Promise<void> {
  await tx
    .update(partner)
    .set(set)
    .where(and(eq(partner.organizationId, organizationId), eq(partner.id, id)));
}

export async function findPartner(tx: Tx, organizationId: string, id: string): Promise<PartnerRow | undefined> {
  const [row] = await tx
    .select()
    .from(partner)
    .where(and(eq(partner.organizationId, organizationId), eq(partner.id, id)));
  return row;
}

/** The partner, held until the transaction ends. */
export async function lockPartner(tx: Tx, organizationId: string, id: string): Promise<PartnerRow | undefined> {
  const [row] = await tx
    .select()
    .from(partner)
    .where(and(eq(partner.organizationId, organizationId), eq(partner.id, id)))
    .for("update");
  return row;
}

/** A page of partners, newest first, after the last of the page before (index `partner_status`, else the key). */
export async function selectPartnerPage(
  tx: Tx,
  organizationId: string,
  status: PartnerStatus | undefined,
  after: string | undefined,
  limit: number,
): Promise<PartnerRow[]> {
  return tx
    .select()
    .from(partner)
    .where(
      and(
        eq(partner.organizationId, organizationId),
        status && eq(partner.status, status),
        after === undefined ? undefined : lt(partner.id, after),
      ),
    )
    .orderBy(desc(partner.id))
    .limit(limit);
}
