import type { BoundingBox } from "@/server/domain/geo";
import type { VisitInput } from "@/server/domain/order/delivery-schema";
import type { LocalWindow } from "@/server/domain/time/local-window";
import type { OrderField } from "./order-columns";
import { parseCellClock } from "./parse-cell-clock";
import { parseCellEmail, parseCellPhone } from "./parse-cell-contact";
import { parseCellCountry } from "./parse-cell-country";
import { parseCellMinutes } from "./parse-cell-minutes";
import { parseCellPostcode } from "./parse-cell-postcode";
import { parseCellText } from "./parse-cell-text";
import { closeWindow, parseCellWindows } from "./parse-cell-windows";
import { readPosition } from "./read-position";
import type { RowReader } from "./row-reader";
import type { VisitField } from "./visit-columns";

export interface VisitDefaults {
  /** ISO 3166-1 alpha-2 of rows that name no country. */
  readonly country: string;
  readonly serviceSeconds: number;
  /** IANA zone in which instants become wall-clock times. */
  readonly zone: string;
  /** Positions outside it get a warning, swapped ones that fall into it an error. */
  readonly serviceArea?: BoundingBox;
}

/** Which of a row's two stops is read. */
export type VisitSide = "" | "pickup_";

// Where the number is written before the street.
const NUMBER_FIRST = new Set(["AU", "CA", "FR", "GB", "IE", "LU", "NZ", "US"]);
const STREET_MAX = 200;

const key = (side: VisitSide, field: VisitField): OrderField => `${side}${field}`;

/** One stop of a row as the schema takes it. Complaints go to the reader; the result only counts when there are none. */
export function readVisitCells(reader: RowReader<OrderField>, side: VisitSide, defaults: VisitDefaults): VisitInput {
  const country = reader.read(key(side, "country"), parseCellCountry) ?? defaults.country;
  const line = (field: VisitField, max: number) =>
    reader.read(key(side, field), (text) => parseCellText(text, max)) ?? "";
  const contact = {
    name: line("name", 120),
    phone: reader.read(key(side, "phone"), (text) => parseCellPhone(text, country)) ?? "",
    email: reader.read(key(side, "email"), parseCellEmail) ?? "",
  };
  const street = readStreet(reader, side, country);
  const postcode = reader.read(key(side, "postcode"), (text) => parseCellPostcode(text, country)) ?? "";
  const city = line("city", 100);
  const position = readPosition(
    reader,
    { lat: key(side, "lat"), lng: key(side, "lon") },
    { country, area: defaults.serviceArea },
  );
  if (street !== "" && !/\d/.test(street) && !position) {
    const message = `“${street}” has no house number, so only the street can be found. Add the number.`;
    reader.warn(key(side, "address"), "no_house_number", message);
  }
  return {
    address: { street, postcode, city, country },
    ...(position && { position }),
    contact,
    windows: readWindows(reader, side, defaults.zone),
    windowSemantics: "start",
    serviceSeconds: reader.read(key(side, "service_minutes"), parseCellMinutes) ?? defaults.serviceSeconds,
    instructions: reader.read(key(side, "instructions"), (text) => parseCellText(text, 2000, true)) ?? "",
    tasks: [],
  };
}

/** True when the row says where this stop is. */
export function hasVisit(reader: RowReader<OrderField>, side: VisitSide): boolean {
  return (["address", "lat", "lon"] as const).some((field) => reader.text(key(side, field)) !== "");
}

function readStreet(reader: RowReader<OrderField>, side: VisitSide, country: string): string {
  const field = key(side, "address");
  const street = reader.read(field, (text) => parseCellText(text, STREET_MAX)) ?? "";
  const houseNumber = reader.read(key(side, "house_number"), (text) => parseCellText(text, 20)) ?? "";
  if (street === "") {
    if (reader.text(field).replace(/^[-–—]+$/, "") === "") {
      reader.refuse(field, "required", "The address is empty. Write the street and the house number.");
    }
    return "";
  }
  const words = street.toLowerCase().split(/[\s,]+/);
  if (houseNumber === "" || words.includes(houseNumber.toLowerCase())) return street;
  return NUMBER_FIRST.has(country) ? `${houseNumber} ${street}` : `${street} ${houseNumber}`;
}

function readWindows(reader: RowReader<OrderField>, side: VisitSide, zone: string): LocalWindow[] {
  const listed = reader.read(key(side, "time_windows"), parseCellWindows);
  if (reader.text(key(side, "time_windows")) !== "") return listed ?? [];
  const [fromField, toField] = [key(side, "window_from"), key(side, "window_to")];
  const from = reader.read(fromField, (text) => parseCellClock(text, zone));
  const to = reader.read(toField, (text) => parseCellClock(text, zone));
  const refusedEnd = (!from && reader.text(fromField) !== "") || (!to && reader.text(toField) !== "");
  if (refusedEnd || (!from && !to)) return [];
  const date = from?.date ?? to?.date;
  const days = from?.date && to?.date ? (Date.parse(to.date) - Date.parse(from.date)) / 86_400_000 : 0;
  if (days === 1 && from && to) {
    return [{ ...(date && { date }), fromSeconds: from.seconds, toSeconds: to.seconds + 86_400 }];
  }
  if (days !== 0) {
    reader.refuse(
      toField,
      "window_backwards",
      "The window must end on the day it begins or the day after. Check both dates.",
    );
    return [];
  }
  const window = reader.read(to ? toField : fromField, () =>
    closeWindow(from?.seconds ?? 0, to?.seconds ?? 86_400, date ? { date } : {}),
  );
  return window ? [window] : [];
}
