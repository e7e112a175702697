import "server-only";
import { and, desc, eq, inArray, lt, ne, sql } from "drizzle-orm";
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

/** The partner, held until the transaction ends, by whoever writes to it: what only points at it goes on. */
export async function lockPartner(tx: Tx, organizationId: string, id: string): Promise<PartnerRow | undefined> {
  const [row] = await tx
    .select()
    .from(partner)
    .where(and(eq(partner.organizationId, organizationId), eq(partner.id, id)))
    .for("no key update");
  return row;
}

/** A page of partners, newest first, after the last of the page before (index `partner_status`, else the key). */
export async function selectPartnerPage(
  tx: Tx,
  organizationId: string,
  statuses: readonly PartnerStatus[] | undefined,
  after: string | undefined,
  limit: number,
): Promise<PartnerRow[]> {
  return tx
    .select()
    .from(partner)
    .where(
      and(
        eq(partner.organizationId, organizationId),
        statuses && inArray(partner.status, [...statuses]),
        after === undefined ? undefined : lt(partner.id, after),
      ),
    )
    .orderBy(desc(partner.id))
    .limit(limit);
}

/** True when another partner that is not archived has this name; the name is held until the transaction ends. */
export async function isNameTaken(tx: Tx, organizationId: string, name: string, exceptId?: string): Promise<boolean> {
  const key = name.toLowerCase();
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`partner ${organizationId} ${key}`}, 0))`);
  const rows = await tx
    .select({ id: partner.id })
    .from(partner)
    .where(
      and(
        eq(partner.organizationId, organizationId),
        sql`lower(${partner.name}) = ${key}`,
        ne(partner.status, "archived"),
        exceptId === undefined ? undefined : ne(partner.id, exceptId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
