import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import { addressPin, location } from "@/db/schema/location";
import type { LatLng } from "@/server/domain/geo";

export type LocationRow = typeof location.$inferSelect;

export async function findLocation(tx: Tx, organizationId: string, id: string): Promise<LocationRow | undefined> {
  const [row] = await tx
    .select()
    .from(location)
    .where(and(eq(location.organizationId, organizationId), eq(location.id, id)));
  return row;
}

/** Remembers a person's answer for an address, in place of an earlier one. */
export async function savePin(tx: Tx, row: typeof addressPin.$inferInsert): Promise<void> {
  const { lat, lng, pinnedBy, updatedAt } = row;
  await tx
    .insert(addressPin)
    .values(row)
    .onConflictDoUpdate({
      target: [addressPin.organizationId, addressPin.addressKey],
      set: { lat, lng, pinnedBy, updatedAt },
    });
}

/** Moves every location of an address to its pin, those of finished deliveries excepted; returns their ids. */
export async function moveLocationsToPin(
  tx: Tx,
  organizationId: string,
  addressKey: string,
  position: LatLng,
  now: Date,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    update location l set lat = ${position.lat}, lng = ${position.lng}, confidence = 'pinned', source = 'pin',
      candidates = null, updated_at = ${now.toISOString()}
    where l.organization_id = ${organizationId} and l.address_key = ${addressKey}
      and not exists (select 1 from delivery_visit v
        join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
        where v.organization_id = l.organization_id and v.location_id = l.id
          and d.status in ('delivered', 'failed', 'cancelled', 'returned'))
    returning l.id`);
  return [...rows].map((row) => row.id);
}

/** The plans whose routes visit any of the locations. */
export async function findPlansAtLocations(
  tx: Tx,
  organizationId: string,
  locationIds: readonly string[],
): Promise<string[]> {
  if (locationIds.length === 0) return [];
  const rows = await tx.execute<{ plan_id: string }>(sql`
    select distinct s.plan_id
    from delivery_visit v
    join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    where v.organization_id = ${organizationId} and v.location_id = any(${idArray(locationIds)})`);
  return [...rows].map((row) => row.plan_id);
}
