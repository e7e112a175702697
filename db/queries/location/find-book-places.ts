import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jsonParam } from "@/db/queries/json-param";

export interface BookPlace {
  readonly label: string;
  readonly lat: number;
  readonly lng: number;
}

/** Per query the middle of the book's doors with that postcode, else of that town; undefined when neither is known. */
export async function findBookPlaces(
  tx: Tx,
  organizationId: string,
  queries: readonly {
    readonly postcode?: string | undefined;
    readonly cityKey?: string | undefined;
    readonly country?: string | undefined;
  }[],
): Promise<(BookPlace | undefined)[]> {
  const places: (BookPlace | undefined)[] = queries.map(() => undefined);
  const middle = sql`sum(lat * doors) / sum(doors) as lat, sum(lng * doors) / sum(doors) as lng`;
  const label = sql`mode() within group (order by trim(postcode || ' ' || city)) as label`;
  const isInCountry = sql`(coalesce(q.country, '') = '' or b.country = '' or b.country = q.country)`;
  const rows = await tx.execute<{ ordinal: number; place: BookPlace }>(sql`
    select q.ordinal, jsonb_build_object('label', coalesce(p.label, c.label), 'lat', coalesce(p.lat, c.lat),
      'lng', coalesce(p.lng, c.lng)) as place
    from jsonb_to_recordset(${jsonParam(queries.map((query, ordinal) => ({ ordinal, ...query })))})
      as q(ordinal int, postcode text, "cityKey" text, country text)
    left join lateral (
      select ${middle}, ${label} from address_book_street b
      where b.organization_id = ${organizationId} and q.postcode <> '' and b.postcode_key = q.postcode
        and ${isInCountry}) p on true
    left join lateral (
      select ${middle}, ${label} from address_book_street b
      where p.lat is null and b.organization_id = ${organizationId} and q."cityKey" <> '' and b.city_key = q."cityKey"
        and ${isInCountry}) c on true
    where coalesce(p.lat, c.lat) is not null`);
  for (const { ordinal, place } of rows) places[ordinal] = place;
  return places;
}
