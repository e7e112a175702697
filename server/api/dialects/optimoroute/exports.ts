import type { VendorExport } from "@/server/domain/migration/vendor-export";

const KINDS: Readonly<Record<string, string>> = { D: "dropoff", P: "pickup", T: "task" };
const PRIORITIES: Readonly<Record<string, string>> = { L: "low", M: "normal", H: "high", C: "critical" };

/** "[{twFrom, twTo}]" of the API as our files write windows; a file's own text stays. */
function windows(text: string): string {
  if (!text.startsWith("[")) return text;
  const list = JSON.parse(text) as readonly { readonly twFrom?: string; readonly twTo?: string }[];
  return list.map(({ twFrom = "00:00", twTo = "23:59" }) => `${twFrom}-${twTo}`).join("; ");
}

/** "[{barcode}]" of the API. */
function barcodes(text: string): string {
  if (!text.startsWith("[")) return text;
  const list = JSON.parse(text) as readonly { readonly barcode?: string }[];
  return list.flatMap(({ barcode }) => barcode ?? []).join("; ");
}

const kind = (text: string) => KINDS[text.slice(0, 1).toUpperCase()] ?? text;
const priority = (text: string) => PRIORITIES[text.slice(0, 1).toUpperCase()] ?? text;
/** "20/12/2013" of its spreadsheets, the day first as its help says. */
const day = (text: string) => text.replace(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, "$3-$2-$1");
const number = (text: string) => (text === "-" ? "" : text);

/** Orders and drivers as OptimoRoute's API and its spreadsheets write them. */
export const readExport: VendorExport = {
  orders: {
    lists: ["orders", "stops"],
    fields: [
      { from: "orderNo", to: "external_id", read: number },
      { from: "Order ID", to: "external_id", read: number },
      { from: "Order number", to: "external_id", read: number },
      { from: "type", to: "kind", read: kind },
      { from: "Order type", to: "kind", read: kind },
      { from: "date", to: "service_date", read: day },
      { from: "location.locationName", to: "name" },
      { from: "locationName", to: "name" },
      { from: "Location", to: "name" },
      { from: "Location name", to: "name" },
      { from: "location.address", to: "address" },
      { from: "address", to: "address" },
      { from: "Address line", to: "address" },
      { from: "Town/City", to: "city" },
      { from: "ZIP code", to: "postcode" },
      { from: "Country/Region", to: "country" },
      { from: "location.latitude", to: "lat" },
      { from: "latitude", to: "lat" },
      { from: "location.longitude", to: "lon" },
      { from: "longitude", to: "lon" },
      { from: "timeWindows", to: "time_windows", read: windows },
      { from: "Time window from", to: "window_from" },
      { from: "Time window start", to: "window_from" },
      { from: "TW start", to: "window_from" },
      { from: "Time window to", to: "window_to" },
      { from: "Time window end", to: "window_to" },
      { from: "TW end", to: "window_to" },
      { from: "duration", to: "service_minutes" },
      { from: "location.notes", to: "instructions" },
      { from: "notes", to: "instructions" },
      { from: "priority", to: "priority", read: priority },
      { from: "skills", to: "skills" },
      { from: "vehicleFeatures", to: "features" },
      { from: "Vehicle features", to: "features" },
      { from: "load1", to: "weight_kg" },
      { from: "Load #1", to: "weight_kg" },
      { from: "load2", to: "volume_l" },
      { from: "Load #2", to: "volume_l" },
      { from: "load3", to: "parcels" },
      { from: "Load #3", to: "parcels" },
      { from: "load4", to: "load4" },
      { from: "Load #4", to: "load4" },
      { from: "barcode", to: "barcode", read: barcodes },
      { from: "phone", to: "phone" },
      { from: "email", to: "email" },
      {
        from: "notificationPreference",
        to: "notification_preference",
        read: (text) => (text === "dont_notify" ? "none" : text),
      },
    ],
  },
  drivers: {
    lists: ["drivers", "updates", "routes"],
    fields: [
      { from: "driverExternalId", to: "external_id" },
      { from: "externalId", to: "external_id" },
      { from: "External ID", to: "external_id" },
      { from: "driverName", to: "driver_name" },
      { from: "Driver name", to: "driver_name" },
      { from: "Driver", to: "driver_name" },
      { from: "Driver email", to: "driver_email" },
      { from: "Driver phone", to: "driver_phone" },
      { from: "vehicleRegistration", to: "vehicle_registration" },
      { from: "Vehicle registration", to: "vehicle_registration" },
      { from: "workTimeFrom", to: "shift_from" },
      { from: "Work time from", to: "shift_from" },
      { from: "workTimeTo", to: "shift_to" },
      { from: "Work time to", to: "shift_to" },
      { from: "startLatitude", to: "depot_lat" },
      { from: "startLongitude", to: "depot_lon" },
    ],
  },
};
