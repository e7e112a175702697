import type { VendorExport } from "@/server/domain/migration/vendor-export";

interface Day {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}
interface Clock {
  readonly hours?: number;
  readonly minutes?: number;
}

const two = (figure = 0) => String(figure).padStart(2, "0");
const clock = ({ hours, minutes }: Clock) => `${two(hours)}:${two(minutes)}`;

/** A Date of the API as a day; a file's own text stays. */
function day(text: string): string {
  if (!text.startsWith("{")) return text;
  const said = JSON.parse(text) as Day;
  return `${said.year}-${two(said.month)}-${two(said.day)}`;
}

function windows(text: string): string {
  if (!text.startsWith("[")) return text;
  const list = JSON.parse(text) as readonly { readonly start?: Clock; readonly end?: Clock }[];
  return list.map(({ start = {}, end = { hours: 23, minutes: 59 } }) => `${clock(start)}-${clock(end)}`).join("; ");
}

/** "300s" as minutes. */
const minutes = (text: string) =>
  /^[\d.]+s$/.test(text) ? String(Math.round(Number.parseFloat(text) / 6) / 10) : text;

/** 8 to 10 are high, 1 to 3 low, all else is as usual. */
function priority(text: string): string {
  const level = Number(text);
  if (!Number.isFinite(level)) return text;
  if (level >= 8) return "high";
  return level >= 1 && level <= 3 ? "low" : "normal";
}

const KINDS: Readonly<Record<string, string>> = { DELIVERY: "dropoff", PICKUP: "pickup", TASK: "task" };

/** Stops and drivers as EasyRoutes' API and its spreadsheets write them. */
export const readExport: VendorExport = {
  orders: {
    lists: ["stops", "importedStops"],
    fields: [
      { from: "clientStopId", to: "external_id" },
      { from: "Order", to: "external_id" },
      { from: "Order name", to: "external_id" },
      { from: "type", to: "kind", read: (text) => KINDS[text.toUpperCase()] ?? text },
      { from: "deliveryDate", to: "service_date", read: day },
      { from: "Delivery date", to: "service_date" },
      { from: "contact.firstName", to: "name" },
      { from: "First name", to: "name" },
      { from: "contact.lastName", to: "name" },
      { from: "Last name", to: "name" },
      { from: "Name", to: "name" },
      { from: "contact.company", to: "name" },
      { from: "contact.phone", to: "phone" },
      { from: "Phone", to: "phone" },
      { from: "contact.email", to: "email" },
      { from: "Email", to: "email" },
      { from: "address.address1", to: "address" },
      { from: "Address 1", to: "address" },
      { from: "Address", to: "address" },
      { from: "address.address2", to: "address" },
      { from: "Address 2", to: "address" },
      { from: "address.zip", to: "postcode" },
      { from: "Zip", to: "postcode" },
      { from: "Postal code", to: "postcode" },
      { from: "address.city", to: "city" },
      { from: "City", to: "city" },
      { from: "address.countryCode", to: "country" },
      { from: "Country", to: "country" },
      { from: "coordinates.latitude", to: "lat" },
      { from: "Latitude", to: "lat" },
      { from: "coordinates.longitude", to: "lon" },
      { from: "Longitude", to: "lon" },
      { from: "timeWindows", to: "time_windows", read: windows },
      { from: "duration", to: "service_minutes", read: minutes },
      { from: "note", to: "instructions" },
      { from: "Notes", to: "instructions" },
      { from: "priority", to: "priority", read: priority },
      { from: "tags", to: "tags" },
    ],
  },
  drivers: {
    lists: ["drivers"],
    fields: [
      { from: "id", to: "external_id" },
      { from: "firstName", to: "driver_name" },
      { from: "lastName", to: "driver_name" },
      { from: "Driver", to: "driver_name" },
      { from: "phone", to: "driver_phone" },
      { from: "email", to: "driver_email" },
    ],
  },
};
