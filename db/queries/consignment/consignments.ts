import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { idArray, isAmong } from "@/db/queries/json-param";
import { consignment, consignmentDelivery } from "@/db/schema/consignment";
import { driver } from "@/db/schema/fleet";
import type { ConsignmentFigures } from "@/server/domain/consignment/consignment";

export type ConsignmentRow = typeof consignment.$inferSelect;

/** False where this sender has used the name already. */
export async function insertConsignment(tx: Tx, row: typeof consignment.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(consignment).values(row).onConflictDoNothing().returning({ id: consignment.id });
  return rows.length > 0;
}

export async function insertConsignmentDeliveries(
  tx: Tx,
  rows: readonly (typeof consignmentDelivery.$inferInsert)[],
): Promise<void> {
  await bulkInsert(tx, consignmentDelivery, rows);
}

export async function findConsignment(tx: Tx, organizationId: string, id: string): Promise<ConsignmentRow | undefined> {
  const [row] = await tx
    .select()
    .from(consignment)
    .where(and(eq(consignment.organizationId, organizationId), eq(consignment.id, id)));
  return row;
}

/** By the sender's name for it: this sender's own before any other's, then the newest (index `consignment_external_id`). */
export async function findConsignmentByName(
  tx: Tx,
  organizationId: string,
  { source, externalId, senderId }: { readonly source: string; readonly externalId: string; readonly senderId: string },
): Promise<ConsignmentRow | undefined> {
  const [row] = await tx
    .select()
    .from(consignment)
    .where(
      and(
        eq(consignment.organizationId, organizationId),
        eq(consignment.source, source),
        eq(consignment.externalId, externalId),
      ),
    )
    .orderBy(sql`${consignment.senderId} = ${senderId} desc`, desc(consignment.id))
    .limit(1);
  return row;
}

/** Ids of a consignment's deliveries, in the order in which they are driven. */
export async function listConsignmentDeliveries(tx: Tx, organizationId: string, consignmentId: string) {
  return tx
    .select({ deliveryId: consignmentDelivery.deliveryId, sentPosition: consignmentDelivery.sentPosition })
    .from(consignmentDelivery)
    .where(
      and(eq(consignmentDelivery.organizationId, organizationId), eq(consignmentDelivery.consignmentId, consignmentId)),
    )
    .orderBy(asc(consignmentDelivery.position));
}

/** Puts a consignment's deliveries in order, with what driving them comes to. */
export async function saveConsignmentOrder(
  tx: Tx,
  organizationId: string,
  consignmentId: string,
  order: readonly { readonly deliveryId: string; readonly position: number }[],
  figures: ConsignmentFigures | null,
  now: Date,
): Promise<void> {
  const ids = order.map(({ deliveryId }) => deliveryId);
  const positions = `{${order.map(({ position }) => position).join(",")}}`;
  await tx.execute(sql`
    update consignment_delivery c set position = o.position
    from unnest(${idArray(ids)}, ${positions}::smallint[]) as o(id, position)
    where c.organization_id = ${organizationId} and c.consignment_id = ${consignmentId} and c.delivery_id = o.id`);
  await tx
    .update(consignment)
    .set({ figures, updatedAt: now })
    .where(and(eq(consignment.organizationId, organizationId), eq(consignment.id, consignmentId)));
}

export async function giveConsignmentDriver(
  tx: Tx,
  organizationId: string,
  id: string,
  driverId: string,
  now: Date,
): Promise<void> {
  await tx
    .update(consignment)
    .set({ driverId, updatedAt: now })
    .where(and(eq(consignment.organizationId, organizationId), eq(consignment.id, id)));
}

/** The longest waiting for a driver with this address (index `consignment_waiting`), held; what others hold is theirs. */
export async function lockNextWaiting(tx: Tx, organizationId: string, email: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: consignment.id })
    .from(consignment)
    .where(
      and(
        eq(consignment.organizationId, organizationId),
        sql`lower(${consignment.driverEmail}) = ${email.toLowerCase()}`,
        isNull(consignment.driverId),
      ),
    )
    .orderBy(consignment.id)
    .limit(1)
    .for("update", { skipLocked: true });
  return row?.id;
}

/** Those of these addresses, in small letters, for whose drivers something waits. */
export async function findAwaitedEmails(tx: Tx, organizationId: string, emails: readonly string[]): Promise<string[]> {
  if (emails.length === 0) return [];
  const wanted = JSON.stringify(emails.map((email) => email.toLowerCase()));
  const rows = await tx.execute<{ email: string }>(sql`
    select distinct lower(driver_email) as email from consignment
    where organization_id = ${organizationId} and driver_id is null
      and lower(driver_email) in (select jsonb_array_elements_text(${wanted}::jsonb))`);
  return [...rows].map(({ email }) => email);
}

/** Drivers of this address, those who drive first, then the oldest (index `driver_email`). */
export async function findDriversByEmail(tx: Tx, organizationId: string, email: string) {
  return tx
    .select({ id: driver.id, projectId: driver.projectId, status: driver.status, email: driver.email })
    .from(driver)
    .where(and(eq(driver.organizationId, organizationId), sql`lower(${driver.email}) = ${email.toLowerCase()}`))
    .orderBy(sql`${driver.status} = 'active' desc`, driver.id);
}

/** Of the consignments these deliveries came with, those that are over and of which nobody has been told; held. */
export async function lockEndedConsignments(tx: Tx, organizationId: string, deliveryIds: readonly string[]) {
  if (deliveryIds.length === 0) return [];
  const rows = await tx.execute<{ id: string; projectId: string; driverId: string | null }>(sql`
    select c.id, c.project_id as "projectId", c.driver_id as "driverId" from consignment c
    where c.organization_id = ${organizationId} and c.completed_at is null
      and c.id in (select consignment_id from consignment_delivery
        where organization_id = ${organizationId} and delivery_id = any(${idArray(deliveryIds)}))
      and not exists (select 1 from consignment_delivery o
        join delivery d on d.organization_id = o.organization_id and d.id = o.delivery_id
        where o.organization_id = c.organization_id and o.consignment_id = c.id
          and d.status not in ('delivered', 'failed', 'cancelled', 'returned'))
    order by c.id for update`);
  return [...rows];
}

export async function completeConsignments(tx: Tx, organizationId: string, ids: readonly string[], now: Date) {
  await tx
    .update(consignment)
    .set({ completedAt: now, updatedAt: now })
    .where(and(eq(consignment.organizationId, organizationId), isAmong(consignment.id, ids)));
}

/** The consignment a delivery came with, if it came with one (index `consignment_delivery_delivery`). */
export async function findConsignmentOf(
  tx: Tx,
  organizationId: string,
  deliveryId: string,
): Promise<ConsignmentRow | undefined> {
  const [row] = await tx
    .select({ consignment })
    .from(consignmentDelivery)
    .innerJoin(
      consignment,
      and(
        eq(consignment.organizationId, consignmentDelivery.organizationId),
        eq(consignment.id, consignmentDelivery.consignmentId),
      ),
    )
    .where(and(eq(consignmentDelivery.organizationId, organizationId), eq(consignmentDelivery.deliveryId, deliveryId)));
  return row?.consignment;
}
