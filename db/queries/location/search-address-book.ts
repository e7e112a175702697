import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jsonParam, textArray } from "@/db/queries/json-param";

const STREETS_PER_QUERY = 12;
const DOORS_PER_STREET = 16;

export interface BookQuery {
  readonly streetKey: string;
  readonly postcode?: string | undefined;
  readonly cityKey?: string | undefined;
  readonly country?: string | undefined;
  readonly houseNumber?: number | undefined;
}

export interface BookDoor {
  readonly street: string;
  readonly streetKey: string;
  readonly houseNumber: string;
  readonly postcode: string;
  readonly city: string;
  readonly lat: number;
  readonly lng: number;
}

interface StreetHit {
  readonly ordinal: number;
  readonly streetId: string;
}

/**
 * Per query the doors of the likeliest streets nearest to the house number. A street of that very name in the place that
 * was written settles the matter (index `address_book_street_key`); only other queries are compared by trigram (index
 * `address_book_street_trigram`). Three statements, however many queries.
 */
export async function searchAddressBook(
  tx: Tx,
  organizationId: string,
  queries: readonly BookQuery[],
): Promise<BookDoor[][]> {
  const found: BookDoor[][] = queries.map(() => []);
  const { hits, settled } = await findExactStreets(tx, organizationId, queries);
  const open = queries.flatMap((query, index) => (settled.has(index) || query.streetKey === "" ? [] : [index]));
  const similar = await findSimilarStreets(tx, queries, open);
  const wanted = [...hits.filter(({ ordinal }) => settled.has(ordinal)), ...similar];
  for (const { ordinal, door } of await findDoors(tx, organizationId, queries, wanted)) found[ordinal]!.push(door);
  return found;
}

async function findExactStreets(tx: Tx, organizationId: string, queries: readonly BookQuery[]) {
  const rows = await tx.execute<{ ordinal: number; id: string; agrees: boolean }>(sql`
    select q.ordinal, s.id, s.agrees
    from jsonb_to_recordset(${jsonParam(queries.map((query, ordinal) => ({ ordinal, ...query })))})
      as q(ordinal int, "streetKey" text, postcode text, "cityKey" text, country text)
    cross join lateral (
      select b.id, case when q.postcode <> '' then b.postcode_key = q.postcode
        else q."cityKey" <> '' and starts_with(b.city_key, q."cityKey") end as agrees
      from address_book_street b
      where b.organization_id = ${organizationId} and b.street_key = q."streetKey"
        and (coalesce(q.country, '') = '' or b.country = '' or b.country = q.country)
      order by agrees desc nulls last, b.postcode_key limit ${STREETS_PER_QUERY}) s`);
  const hits: StreetHit[] = [...rows].map((row) => ({ ordinal: row.ordinal, streetId: row.id }));
  return { hits, settled: new Set([...rows].filter((row) => row.agrees).map((row) => row.ordinal)) };
}

async function findSimilarStreets(
  tx: Tx,
  queries: readonly BookQuery[],
  open: readonly number[],
): Promise<StreetHit[]> {
  if (open.length === 0) return [];
  const column = (read: (query: BookQuery) => string | undefined) =>
    textArray(open.map((index) => read(queries[index]!) ?? ""));
  const rows = await tx.execute<{ ordinal: number; street_id: string }>(sql`
    select ordinal, street_id from address_book_streets_like(
      ${column((query) => query.streetKey)}, ${column((query) => query.postcode)}, ${column((query) => query.cityKey)},
      ${column((query) => query.country)}, ${STREETS_PER_QUERY})`);
  return [...rows].map((row) => ({ ordinal: open[row.ordinal - 1]!, streetId: row.street_id }));
}

async function findDoors(
  tx: Tx,
  organizationId: string,
  queries: readonly BookQuery[],
  hits: readonly StreetHit[],
): Promise<{ ordinal: number; door: BookDoor }[]> {
  if (hits.length === 0) return [];
  const wanted = hits.map((hit) => ({ ...hit, houseNumber: queries[hit.ordinal]!.houseNumber ?? null }));
  const rows = await tx.execute<{ ordinal: number; door: BookDoor }>(sql`
    select w.ordinal, jsonb_build_object('street', e.street, 'streetKey', e.street_key, 'houseNumber', e.house_number,
      'postcode', e.postcode, 'city', e.city, 'lat', e.lat, 'lng', e.lng) as door
    from jsonb_to_recordset(${jsonParam(wanted)}) as w(ordinal int, "streetId" uuid, "houseNumber" int)
    join address_book_street s on s.organization_id = ${organizationId} and s.id = w."streetId"
    cross join lateral (
      select e.* from address_book_entry e
      where e.organization_id = s.organization_id and e.street_key = s.street_key and e.postcode_key = s.postcode_key
        and e.city_key = s.city_key and e.country = s.country
      -- Without a number, doors in the middle of the street.
      order by case when w."houseNumber" is null then e.house_number_value
        else abs(e.house_number_value - w."houseNumber") end nulls last, e.id
      limit ${DOORS_PER_STREET}
      offset case when w."houseNumber" is null then greatest(0, (s.doors - ${DOORS_PER_STREET}::int) / 2) else 0 end) e`);
  return [...rows];
}
