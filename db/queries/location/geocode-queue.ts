import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkUpdate } from "@/db/queries/bulk-update";
import { idArray } from "@/db/queries/json-param";
import { location } from "@/db/schema/location";

export interface PendingLocation {
  readonly id: string;
  readonly addressKey: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
}

interface PendingChoice {
  readonly deliveryIds?: readonly string[];
  readonly afterId?: string;
  readonly isNewestFirst?: boolean;
}

/**
 * The next locations to look up after one, oldest first (index `location_in_doubt`); of certain deliveries' doors, where
 * some are named (index `delivery_visit_delivery`).
 */
export async function findPendingLocations(
  tx: Tx,
  organizationId: string,
  limit: number,
  { deliveryIds, afterId, isNewestFirst = false }: PendingChoice = {},
): Promise<PendingLocation[]> {
  const among = deliveryIds
    ? sql`and id in (select location_id from delivery_visit
        where organization_id = ${organizationId} and delivery_id = any(${idArray(deliveryIds)}))`
    : sql``;
  const after = afterId ? sql`and id > ${afterId}` : sql``;
  const rows = await tx.execute<{ location: PendingLocation }>(sql`
    select jsonb_build_object('id', id, 'addressKey', address_key, 'street', street, 'postcode', postcode,
      'city', city, 'country', country) as location
    from location where organization_id = ${organizationId} and confidence = 'pending' ${among} ${after}
    order by id ${isNewestFirst ? sql`desc` : sql``} limit ${limit}`);
  return [...rows].map((row) => row.location);
}

/** The location that has waited longest for a look-up and the one that came last; one where they are the same, none where none waits. */
export async function findWaitingEnds(tx: Tx, organizationId: string): Promise<PendingLocation[]> {
  const oldest = await findPendingLocations(tx, organizationId, 1);
  const newest = await findPendingLocations(tx, organizationId, 1, { isNewestFirst: true });
  return [...oldest, ...newest].filter(({ id }, index) => index === 0 || id !== oldest[0]?.id);
}

/** Which of the locations nobody has placed since; locked. */
export async function lockStillPending(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from location where organization_id = ${organizationId} and id = any(${idArray(ids)})
      and confidence = 'pending' order by id for update`);
  return new Set([...rows].map((row) => row.id));
}

export type Placing = { readonly id: string } & Pick<
  typeof location.$inferInsert,
  "lat" | "lng" | "confidence" | "source" | "candidates" | "updatedAt"
>;

export async function placeLocations(tx: Tx, organizationId: string, placings: readonly Placing[]): Promise<void> {
  await bulkUpdate(tx, location, organizationId, placings);
}

/** Sends everything found badly or not at all back to the geocoders; until then the old guess stands. Returns how many. */
export async function requeueDoubtful(tx: Tx, organizationId: string, now: Date): Promise<number> {
  const rows = await tx.execute(sql`
    update location set confidence = 'pending', candidates = null, updated_at = ${now.toISOString()}
    where organization_id = ${organizationId} and confidence in ('street', 'city', 'none') returning 1`);
  return rows.length;
}
