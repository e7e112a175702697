import "server-only";
import { z } from "zod";
import { requeueDoubtful } from "@/db/queries/location/geocode-queue";
import {
  addAddressBookEntries,
  clearAddressBook,
  countAddressBook,
  rebuildAddressBookStreets,
} from "@/db/queries/location/save-address-book";
import { type AddressBookDoor, findAddressColumns, readAddressRow } from "@/server/domain/address/read-address-row";
import type { ReadFile } from "@/server/ports/order-file-reader";
import { changed, command } from "../kernel/command";
import { readUpload } from "../kernel/read-upload";
import { ServiceError } from "../kernel/service-error";
import { uploadedBytes } from "../kernel/uploaded-bytes";

const MAX_ROWS = 1_000_000;
const FAULTS_SHOWN = 50;

interface ReadDoors {
  readonly doors: readonly AddressBookDoor[];
  readonly faultCount: number;
  readonly faults: readonly { readonly rowNumber: number; readonly message: string }[];
}

/**
 * Takes a file of addresses (street, house number, postcode, city, country, lat, lon) into the organization's address
 * book, in place of it or besides it; what geocoders were unsure of is looked up again. Lines at fault are passed over
 * and told; a file without a single good line is refused.
 */
export const importAddressBook = command({
  permission: "settings.write",
  input: z.object({
    fileName: z.string().trim().max(255).default(""),
    bytes: uploadedBytes,
    mode: z.enum(["replace", "add"]).default("replace"),
  }),
  prepare: async ({ ports }, { bytes }) => readDoors(await readUpload(ports.files, bytes, { maxRows: MAX_ROWS })),
  run: async (scope, { fileName, mode }) => {
    const { tx, actor, prepared } = scope;
    const { organizationId } = actor;
    if (mode === "replace") await clearAddressBook(tx, organizationId);
    const rows = prepared.doors.map((door) => ({ organizationId, id: scope.newId(), ...door }));
    await addAddressBookEntries(tx, organizationId, rows, mode === "replace");
    await rebuildAddressBookStreets(tx, organizationId);
    if ((await requeueDoubtful(tx, organizationId, scope.now)) > 0) await scope.enqueue("geocode-locations", {});
    const counts = await countAddressBook(tx, organizationId);
    const { faultCount, faults } = prepared;
    const result = { ...counts, imported: rows.length, faultCount, faults };
    const data = { fileName, mode, imported: rows.length, faultCount };
    return changed(result, [
      { type: "address-book.imported", entity: "address-book", entityId: organizationId, data, after: counts },
    ]);
  },
});

function readDoors({ headers, rows }: ReadFile): ReadDoors {
  const found = findAddressColumns(headers);
  if (!found.ok) {
    const message = `This file has no column for ${found.missing.join(", ")}. It needs street, house_number, lat and lon; postcode, city and country if you have them.`;
    throw new ServiceError("invalid", message, { reason: "missing_columns", missing: found.missing });
  }
  // The last line of a door counts.
  const doors = new Map<string, AddressBookDoor>();
  const faults: { rowNumber: number; message: string }[] = [];
  let faultCount = 0;
  for (const { rowNumber, cells } of rows) {
    const read = readAddressRow(cells, found.columns);
    if (read.ok) {
      const { streetKey, houseNumber, postcodeKey, cityKey, country } = read.door;
      doors.set([streetKey, houseNumber, postcodeKey, cityKey, country].join("|"), read.door);
    } else if (++faultCount <= FAULTS_SHOWN) faults.push({ rowNumber, message: read.message });
  }
  if (doors.size === 0) {
    throw new ServiceError("invalid", `No line of this file is an address. ${faults[0]?.message ?? ""}`, {
      reason: "no-usable-address",
      faults,
    });
  }
  return { doors: [...doors.values()], faultCount, faults };
}
