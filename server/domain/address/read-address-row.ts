import { isPlausiblePosition } from "@/server/domain/geo";
import { cleanCell } from "@/server/domain/intake/clean-cell";
import { foldText } from "./fold-text";
import { parseHouseNumber } from "./house-number";
import { postcodeKey } from "./normalize-address";
import { streetKey } from "./street-key";

const COLUMNS = {
  street: ["street", "street name", "road", "strasse", "vej", "vejnavn", "calle", "rue"],
  houseNumber: ["house number", "housenumber", "number", "house no", "hausnummer", "husnr", "numero", "no", "nr"],
  postcode: ["postcode", "postal code", "zip", "zip code", "plz", "postnr", "cp"],
  city: ["city", "town", "place", "ort", "by", "ville", "ciudad"],
  country: ["country", "country code", "land", "pays", "pais"],
  lat: ["lat", "latitude", "y"],
  lng: ["lon", "lng", "long", "longitude", "x"],
} as const;
type AddressColumn = keyof typeof COLUMNS;
export type AddressColumns = Readonly<Record<AddressColumn, number>>;

const REQUIRED: readonly AddressColumn[] = ["street", "houseNumber", "lat", "lng"];

/** A door as the address book keeps it. */
export interface AddressBookDoor {
  readonly street: string;
  readonly streetKey: string;
  readonly houseNumber: string;
  readonly houseNumberValue: number | null;
  readonly postcode: string;
  readonly postcodeKey: string;
  readonly city: string;
  readonly cityKey: string;
  readonly country: string;
  readonly lat: number;
  readonly lng: number;
}

/** Which columns of an address file hold what (-1: none); or the headings that are missing. */
export function findAddressColumns(
  headers: readonly string[],
): { ok: true; columns: AddressColumns } | { ok: false; missing: string[] } {
  const folded = headers.map((header) => foldText(header));
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([key, names]) => [
      key,
      folded.findIndex((header) => (names as readonly string[]).includes(header)),
    ]),
  ) as Record<AddressColumn, number>;
  const missing = REQUIRED.filter((key) => columns[key] < 0).map((key) => COLUMNS[key][0]);
  return missing.length > 0 ? { ok: false, missing } : { ok: true, columns };
}

/** One line of an address file as a door; or why it is none. */
export function readAddressRow(
  cells: readonly string[],
  columns: AddressColumns,
): { ok: true; door: AddressBookDoor } | { ok: false; message: string } {
  const text = (key: AddressColumn, max: number) => cleanCell(cells[columns[key]] ?? "").slice(0, max);
  const street = text("street", 200);
  const houseNumber = text("houseNumber", 20);
  const key = streetKey(street);
  if (key === "") return { ok: false, message: "The street is empty." };
  if (houseNumber === "") return { ok: false, message: "The house number is empty." };
  const [latText, lngText] = [text("lat", 30), text("lng", 30)];
  const position = { lat: Number(latText.replace(",", ".")), lng: Number(lngText.replace(",", ".")) };
  if (latText === "" || lngText === "" || !isPlausiblePosition(position)) {
    return { ok: false, message: `“${latText}, ${lngText}” is not a position in degrees.` };
  }
  const [postcode, city, country] = [text("postcode", 20), text("city", 100), text("country", 2).toUpperCase()];
  return {
    ok: true,
    door: {
      street,
      streetKey: key,
      houseNumber,
      houseNumberValue: parseHouseNumber(houseNumber)?.number ?? null,
      postcode,
      postcodeKey: postcodeKey(postcode),
      city,
      cityKey: foldText(city),
      country: /^[A-Z]{2}$/.test(country) ? country : "",
      ...position,
    },
  };
}
