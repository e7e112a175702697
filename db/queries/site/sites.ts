import "server-only";
import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { bulkUpdate } from "@/db/queries/bulk-update";
import { idArray } from "@/db/queries/json-param";
import { site } from "@/db/schema/site";
import type { KnownSite } from "@/server/domain/site/site-schema";

export interface SiteQuery {
  readonly ids?: readonly string[];
  readonly numbers?: readonly string[];
  readonly addresses?: readonly string[];
}

/** Sites by id, number or address as it was written, the newest first (key, `site_number`, `site_address`). */
export async function selectSites(
  tx: Tx,
  organizationId: string,
  { ids = [], numbers = [], addresses = [] }: SiteQuery,
): Promise<KnownSite[]> {
  const named = [
    ids.length > 0 ? inArray(site.id, [...new Set(ids)]) : undefined,
    numbers.length > 0 ? inArray(site.number, [...new Set(numbers)]) : undefined,
    addresses.length > 0 ? and(sql`address <> ''`, inArray(site.address, [...new Set(addresses)])) : undefined,
  ].filter((each) => each !== undefined);
  if (named.length === 0) return [];
  const rows = await tx
    .select()
    .from(site)
    .where(and(eq(site.organizationId, organizationId), or(...named)));
  return rows.sort((a, b) => (a.id < b.id ? 1 : -1)).map(toSite);
}

/** Adds sites; the ids of those that went in. A number that is taken stays its owner's. */
export function insertSites(tx: Tx, organizationId: string, sites: readonly KnownSite[], now: Date): Promise<string[]> {
  const rows = sites.map((each) => ({ ...toRow(each), organizationId, createdAt: now, updatedAt: now }));
  return bulkInsert(tx, site, rows, sql`on conflict do nothing`);
}

export async function updateSites(tx: Tx, organizationId: string, sites: readonly KnownSite[], now: Date) {
  await bulkUpdate(
    tx,
    site,
    organizationId,
    sites.map((each) => ({ ...toRow(each), updatedAt: now })),
  );
}

/** The deliveries that go to these sites and are not over (index `delivery_visit_site`). */
export async function selectOpenDeliveriesAt(tx: Tx, organizationId: string, siteIds: readonly string[]) {
  if (siteIds.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct d.id from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    where v.organization_id = ${organizationId} and v.site_id = any(${idArray(siteIds)})
      and d.status in ('requested', 'scheduled')`);
  return [...rows].map(({ id }) => id);
}

/** Deletes those of the sites that have no number, and no visit any more. */
export async function removeUnusedSites(tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    delete from site where organization_id = ${organizationId} and id = any(${idArray(ids)}) and number is null
      and not exists (select 1 from delivery_visit v
        where v.organization_id = site.organization_id and v.site_id = site.id)`);
}

function toSite({ id, number, name, address, lat, lng, checkInSeconds, notes }: typeof site.$inferSelect): KnownSite {
  const position = lat === null || lng === null ? null : { lat, lng };
  return { id, number, name, address, position, checkInSeconds, notes };
}

function toRow({ position, ...rest }: KnownSite) {
  return { ...rest, lat: position?.lat ?? null, lng: position?.lng ?? null };
}
