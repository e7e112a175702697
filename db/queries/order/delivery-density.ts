import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { textArray } from "@/db/queries/json-param";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";

/** Deliveries and drivers in one square of a grid, by its south-west corner. */
export type DensityCell = {
  readonly lat: number;
  readonly lng: number;
  readonly deliveries: number;
  readonly drivers: number;
};

/**
 * How many deliveries of these states, and drivers seen since, there are in each square of so many degrees; of one area, or
 * everywhere, where drivers are counted everywhere (indexes `delivery_area`, `delivery_status`). The fullest first.
 */
export async function countDensity(
  tx: Tx,
  organizationId: string,
  wanted: {
    readonly area: string | null;
    readonly statuses: readonly DeliveryStatus[];
    readonly degrees: number;
    readonly seenSince: Date;
    readonly limit: number;
  },
): Promise<DensityCell[]> {
  const { area, statuses, degrees, seenSince, limit } = wanted;
  const rows = await tx.execute<DensityCell>(sql`
    with doors as (
      select floor(l.lat / ${degrees}::float8) as y, floor(l.lng / ${degrees}::float8) as x
      from delivery d
      join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
        and v.role = case d.kind when 'pickup' then 'pickup' else 'dropoff' end
      join location l on l.organization_id = v.organization_id and l.id = v.location_id
      where d.organization_id = ${organizationId} and d.status = any(${textArray(statuses)}) and l.lat is not null
        and ${area === null ? sql`true` : sql`d.area = ${area} and d.area <> ''`}),
    vans as (
      select floor(lat / ${degrees}::float8) as y, floor(lng / ${degrees}::float8) as x from last_position
      where organization_id = ${organizationId} and recorded_at >= ${seenSince.toISOString()}::timestamptz)
    select y * ${degrees}::float8 as lat, x * ${degrees}::float8 as lng,
      sum(deliveries)::int as deliveries, sum(drivers)::int as drivers
    from (select y, x, 1 as deliveries, 0 as drivers from doors union all select y, x, 0, 1 from vans) as seen
    group by y, x
    ${area === null ? sql`` : sql`having sum(deliveries) > 0`}
    order by 3 desc, 4 desc, 1, 2 limit ${limit}`);
  return [...rows];
}

/** True when a delivery was ever counted with this area (index `delivery_area`). */
export async function isAreaKnown(tx: Tx, organizationId: string, area: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from delivery where organization_id = ${organizationId} and area = ${area} and area <> '' limit 1`);
  return rows.length > 0;
}
