import type { LatLng } from "@/server/domain/geo";
import { ADDRESS_COLUMN_BY_KEY, type AddressField, type AddressMapping } from "./address-columns";
import type { RowIssue } from "./intake-issue";
import { parseCellCountry } from "./parse-cell-country";
import { parseCellPostcode } from "./parse-cell-postcode";
import { parseCellText } from "./parse-cell-text";
import { readPosition } from "./read-position";
import { RowReader } from "./row-reader";

/** One door of an address book. */
export interface AddressEntry {
  readonly street: string;
  /** Empty: the street as a whole, or a number written with the street. */
  readonly houseNumber: string;
  readonly postcode: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly position: LatLng;
}

export interface AddressFile {
  readonly headers: readonly string[];
  readonly mapping: AddressMapping;
  /** Of rows that name none. */
  readonly country: string;
}

export type AddressRowVerdict =
  | { readonly ok: true; readonly entry: AddressEntry; readonly warnings: readonly RowIssue[] }
  | { readonly ok: false; readonly errors: readonly RowIssue[]; readonly warnings: readonly RowIssue[] };

/** One row of an address book, or every reason why it cannot be used. A door needs a street and a position. */
export function validateAddressRow(cells: readonly string[], file: AddressFile): AddressRowVerdict {
  const reader = new RowReader<AddressField>(cells, file.headers, file.mapping, ADDRESS_COLUMN_BY_KEY);
  const line = (field: AddressField, max: number) => reader.read(field, (text) => parseCellText(text, max)) ?? "";
  const country = reader.read("country", parseCellCountry) ?? file.country;
  const street = line("street", 200);
  if (street === "" && reader.text("street") === "")
    reader.refuse("street", "required", "The street is empty. Fill it in.");
  const entry = {
    street,
    houseNumber: line("house_number", 20),
    postcode: reader.read("postcode", (text) => parseCellPostcode(text, country)) ?? "",
    city: line("city", 100),
    country,
  };
  const position = readPosition(reader, { lat: "lat", lng: "lon" }, { country });
  if (!position && reader.errors.length === 0) {
    reader.refuse("lat", "required", "The position is missing. Fill in latitude and longitude.");
  }
  const { errors, warnings } = reader;
  if (errors.length > 0 || !position) return { ok: false, errors, warnings };
  return { ok: true, entry: { ...entry, position }, warnings };
}
