import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { jsonParam } from "@/db/queries/json-param";
import { addressBookEntry } from "@/db/schema/location";

export type AddressBookEntryRow = typeof addressBookEntry.$inferInsert;

const ROWS_PER_STATEMENT = 5000;

export async function clearAddressBook(tx: Tx, organizationId: string): Promise<void> {
  await tx.execute(sql`delete from address_book_entry where organization_id = ${organizationId}`);
}

/** Adds doors; those the book has already, by street, number and place, are put in the old ones' stead. */
export async function addAddressBookEntries(
  tx: Tx,
  organizationId: string,
  rows: readonly AddressBookEntryRow[],
  isBookEmpty: boolean,
): Promise<void> {
  for (let from = 0; from < rows.length && !isBookEmpty; from += ROWS_PER_STATEMENT) {
    const part = rows
      .slice(from, from + ROWS_PER_STATEMENT)
      .map(({ streetKey, houseNumber, postcodeKey, cityKey, country }) => [
        streetKey,
        houseNumber,
        postcodeKey,
        cityKey,
        country,
      ]);
    await tx.execute(sql`
      delete from address_book_entry e using jsonb_array_elements(${jsonParam(part)}) r
      where e.organization_id = ${organizationId} and e.street_key = r ->> 0 and e.house_number = r ->> 1
        and e.postcode_key = r ->> 2 and e.city_key = r ->> 3 and e.country = r ->> 4`);
  }
  await bulkInsert(tx, addressBookEntry, rows);
}

/** Makes the list of streets anew from the doors. A street's id is that of one of its doors. */
export async function rebuildAddressBookStreets(tx: Tx, organizationId: string): Promise<void> {
  await tx.execute(sql`delete from address_book_street where organization_id = ${organizationId}`);
  await tx.execute(sql`
    insert into address_book_street
      (organization_id, id, street_key, postcode_key, city_key, country, postcode, city, lat, lng, doors)
    select organization_id, (array_agg(id order by id))[1], street_key, postcode_key, city_key, country, min(postcode),
      min(city), avg(lat), avg(lng), count(*)
    from address_book_entry where organization_id = ${organizationId}
    group by organization_id, street_key, postcode_key, city_key, country`);
}

/** How many doors and streets the book has. */
export async function countAddressBook(tx: Tx, organizationId: string): Promise<{ doors: number; streets: number }> {
  const [row] = await tx.execute<{ doors: number; streets: number }>(sql`
    select coalesce(sum(doors), 0)::int as doors, count(*)::int as streets
    from address_book_street where organization_id = ${organizationId}`);
  return row!;
}
