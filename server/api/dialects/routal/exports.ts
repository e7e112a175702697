import type { VendorExport } from "@/server/domain/migration/vendor-export";

const two = (figure: number) => String(figure).padStart(2, "0");
const clock = (seconds: number) => `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}`;

/** "[[32400, 39600]]": seconds of the day. */
function windows(text: string): string {
  if (!text.startsWith("[")) return text;
  const list = JSON.parse(text) as readonly (readonly [number, number])[];
  return list.map(([from, to]) => `${clock(from)}-${clock(to)}`).join("; ");
}

/** Seconds as minutes. */
const minutes = (text: string) => (text.trim() === "" ? "" : String(Math.round(Number(text) / 6) / 10));
const day = (text: string) => text.slice(0, 10);

/** Stops and vehicles with their drivers as Routal's API and its spreadsheets write them. */
export const readExport: VendorExport = {
  orders: {
    lists: ["stops"],
    fields: [
      { from: "external_id", to: "external_id" },
      { from: "execution_date", to: "service_date", read: day },
      { from: "label", to: "name" },
      { from: "location.address", to: "address" },
      { from: "location.label", to: "address" },
      { from: "address", to: "address" },
      { from: "location.lat", to: "lat" },
      { from: "lat", to: "lat" },
      { from: "latitude", to: "lat" },
      { from: "location.lng", to: "lon" },
      { from: "lng", to: "lon" },
      { from: "longitude", to: "lon" },
      { from: "time_windows", to: "time_windows", read: windows },
      { from: "duration", to: "service_minutes", read: minutes },
      { from: "phone", to: "phone" },
      { from: "email", to: "email" },
      { from: "comments", to: "instructions" },
      { from: "weight", to: "weight_kg" },
      { from: "requires", to: "skills" },
    ],
  },
  drivers: {
    lists: ["vehicles", "drivers"],
    fields: [
      { from: "external_id", to: "external_id" },
      { from: "id", to: "external_id" },
      { from: "label", to: "driver_name" },
      { from: "name", to: "driver_name" },
      { from: "driver.name", to: "driver_name" },
      { from: "email", to: "driver_email" },
      { from: "phone", to: "driver_phone" },
      { from: "plate", to: "vehicle_registration" },
      { from: "max_weight", to: "capacity_kg" },
      { from: "provides", to: "features" },
    ],
  },
};
