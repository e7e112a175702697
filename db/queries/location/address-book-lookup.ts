import "server-only";
import type { Database } from "@/db/client";
import { withTenant } from "@/db/with-tenant";
import { type BookPlace, findBookPlaces } from "./find-book-places";
import { type BookDoor, type BookQuery, searchAddressBook } from "./search-address-book";

/** One organization's address book, as the address book geocoder asks it. */
export function createAddressBookLookup(database: Database, organizationId: string) {
  return {
    search: (queries: readonly BookQuery[]): Promise<BookDoor[][]> =>
      withTenant(database, organizationId, (tx) => searchAddressBook(tx, organizationId, queries), { readOnly: true }),
    findPlaces: (queries: Parameters<typeof findBookPlaces>[2]): Promise<(BookPlace | undefined)[]> =>
      withTenant(database, organizationId, (tx) => findBookPlaces(tx, organizationId, queries), { readOnly: true }),
  };
}
