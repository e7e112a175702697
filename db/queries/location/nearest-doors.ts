import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jsonParam } from "@/db/queries/json-param";
import type { LatLng } from "@/server/domain/geo";
import type { Address } from "@/server/domain/order/delivery-schema";

/** About 500 m of latitude. */
const REACH_DEGREES = 0.005;

/** Per position the nearest door of the address book within a few hundred metres; undefined without one. For few positions. */
export async function findNearestDoors(
  tx: Tx,
  organizationId: string,
  positions: readonly LatLng[],
): Promise<(Address | undefined)[]> {
  const found: (Address | undefined)[] = positions.map(() => undefined);
  if (positions.length === 0) return found;
  const rows = await tx.execute<{ ordinal: number; address: Address }>(sql`
    select q.ordinal, e.address
    from jsonb_to_recordset(${jsonParam(positions.map((position, ordinal) => ({ ordinal, ...position })))})
      as q(ordinal int, lat float8, lng float8)
    cross join lateral (
      select jsonb_build_object('street', street || ' ' || house_number, 'postcode', postcode, 'city', city,
        'country', country) as address
      from address_book_entry
      where organization_id = ${organizationId} and lat between q.lat - ${REACH_DEGREES}::float8 and q.lat + ${REACH_DEGREES}::float8
        and lng between q.lng - 2 * ${REACH_DEGREES}::float8 and q.lng + 2 * ${REACH_DEGREES}::float8
      order by (lat - q.lat) ^ 2 + ((lng - q.lng) * cos(radians(q.lat))) ^ 2 limit 1) e`);
  for (const { ordinal, address } of rows) found[ordinal] = address;
  return found;
}
