import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { textArray } from "@/db/queries/json-param";
import { learnedService } from "@/db/schema/execution";
import type { DoorStay } from "@/server/domain/execution/learn-service-time";

/** The addresses at which a route's driver has handed something over or taken it on (key of `stop_run`). */
export async function listDrivenAddresses(tx: Tx, organizationId: string, routeId: string): Promise<string[]> {
  const rows = await tx.execute<{ addressKey: string }>(sql`
    select distinct l.address_key as "addressKey"
    from stop_run r
    join delivery_visit v on v.organization_id = r.organization_id and v.id = r.visit_id
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    where r.organization_id = ${organizationId} and r.route_id = ${routeId}
      and r.status in ('delivered', 'partial') and l.address_key <> ''
    order by 1`);
  return rows.map(({ addressKey }) => addressKey);
}

/** Drivers' stays at addresses since then, one per address and route (`location_address_key`, `stop_run_delivery`). */
export async function listDoorStays(
  tx: Tx,
  organizationId: string,
  addressKeys: readonly string[],
  since: Date,
): Promise<Map<string, DoorStay[]>> {
  const rows = await tx.execute<DoorStay & { addressKey: string } & Record<string, unknown>>(sql`
    select l.address_key as "addressKey", count(*)::int as visits,
      (extract(epoch from max(r.completed_at) - min(r.arrived_at)) - max(coalesce(v.check_in_seconds, 0)))::float8 as seconds,
      (extract(epoch from max(r.completed_at)) * 1000)::float8 as "endedAtMs"
    from location l
    join delivery_visit v on v.organization_id = l.organization_id and v.location_id = l.id
    join stop_run r on r.organization_id = v.organization_id and r.delivery_id = v.delivery_id and r.visit_id = v.id
    where l.organization_id = ${organizationId} and l.address_key = any(${textArray(addressKeys)})
      and r.status in ('delivered', 'partial') and r.completed_at >= ${since.toISOString()}::timestamptz
    group by l.address_key, r.route_id
    having min(r.arrived_at) is not null`);
  const stays = new Map<string, DoorStay[]>(addressKeys.map((key) => [key, []]));
  for (const { addressKey, ...stay } of rows) stays.get(addressKey)!.push(stay);
  return stays;
}

/**
 * What addresses have taught, as far as it counts: where the order has its project's default and the project learns. Joins
 * `learned` to the location `l` of a visit `v` in a project `p`.
 */
export const LEARNED_SERVICE_JOIN = sql`
  learned_service learned on learned.organization_id = l.organization_id
    and learned.address_key = l.address_key and p.learns_service_times and v.service_seconds = p.default_service_seconds`;

export type LearnedVisit = { readonly visitId: string; readonly serviceSeconds: number; readonly stays: number };

/** Of an order's visits, those whose service time is a learned one (index `delivery_visit_delivery`). */
export async function listLearnedVisits(tx: Tx, organizationId: string, deliveryId: string): Promise<LearnedVisit[]> {
  const rows = await tx.execute<LearnedVisit>(sql`
    select v.id as "visitId", learned.service_seconds as "serviceSeconds", learned.stays
    from delivery d
    join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    join project p on p.organization_id = d.organization_id and p.id = d.project_id
    join ${LEARNED_SERVICE_JOIN}
    where d.organization_id = ${organizationId} and d.id = ${deliveryId}`);
  return [...rows];
}

/** Puts what addresses have taught in the place of what was known; those named as forgotten teach nothing any more. */
export async function saveLearnedService(
  tx: Tx,
  organizationId: string,
  learned: readonly (typeof learnedService.$inferInsert)[],
  forgotten: readonly string[],
): Promise<void> {
  await bulkInsert(
    tx,
    learnedService,
    learned,
    sql`on conflict (organization_id, address_key) do update set service_seconds = excluded.service_seconds,
      stays = excluded.stays, updated_at = excluded.updated_at`,
  );
  if (forgotten.length === 0) return;
  await tx.execute(sql`
    delete from learned_service
    where organization_id = ${organizationId} and address_key = any(${textArray(forgotten)})`);
}
