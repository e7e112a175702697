import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { LatLng } from "@/server/domain/geo";

export interface KnownDoor extends LatLng {
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
}

/** A door of the organization's whose place is known: a depot's, where it has one, else the newest. */
export async function findKnownDoor(tx: Tx, organizationId: string): Promise<KnownDoor | undefined> {
  const known = sql`l.organization_id = ${organizationId} and l.lat is not null and l.lng is not null and l.street <> ''`;
  const rows = await tx.execute<{ door: KnownDoor }>(sql`
    select jsonb_build_object('street', l.street, 'postcode', l.postcode, 'city', l.city, 'country', l.country,
      'lat', l.lat, 'lng', l.lng) as door
    from (
      (select 1 as rank, l.* from depot d
        join location l on l.organization_id = d.organization_id and l.id = d.location_id where ${known} limit 1)
      union all
      (select 2 as rank, l.* from location l where ${known} order by l.id desc limit 1)
    ) l order by rank limit 1`);
  return rows[0]?.door;
}
