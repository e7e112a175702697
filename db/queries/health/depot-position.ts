import "server-only";
import type { Database } from "@/db/client";
import type { LatLng } from "@/server/domain/geo";

/** Where some depot is, of any organization; undefined before there is one. */
export async function findDepotPosition({ raw }: Database): Promise<LatLng | undefined> {
  const [row] = await raw<LatLng[]>`
    select l.lat, l.lng from depot d
    join location l on l.organization_id = d.organization_id and l.id = d.location_id
    where l.lat is not null and l.lng is not null limit 1`;
  return row;
}
