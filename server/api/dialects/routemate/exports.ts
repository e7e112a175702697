import type { VendorExport } from "@/server/domain/migration/vendor-export";
import { toPriority } from "./map/to-delivery";

const day = (text: string) => text.slice(0, 10);

/** Hours and minutes of a datetime, as the clock in it shows them. */
const clock = (text: string) => /T(\d{2}:\d{2})/.exec(text)?.[1] ?? text;

/** Jobs' stops and drivers as RouteMate writes them. */
export const readExport: VendorExport = {
  orders: {
    lists: ["stops"],
    fields: [
      { from: "external_stop_id", to: "external_id" },
      { from: "service_type", to: "kind", read: (text) => (text === "service_call" ? "task" : text) },
      { from: "scheduled_date", to: "service_date", read: day },
      { from: "label", to: "name" },
      { from: "address", to: "address" },
      { from: "latitude", to: "lat" },
      { from: "longitude", to: "lon" },
      { from: "time_window_start", to: "window_from", read: clock },
      { from: "time_window_end", to: "window_to", read: clock },
      { from: "duration_minutes", to: "service_minutes" },
      { from: "notes", to: "instructions" },
      { from: "priority", to: "priority", read: (text) => toPriority(Number(text) || 0) },
      { from: "parcel_count", to: "parcels" },
    ],
  },
  drivers: {
    lists: ["drivers", "members"],
    fields: [
      { from: "driver_email", to: "driver_email" },
      { from: "email", to: "driver_email" },
      { from: "driver_name", to: "driver_name" },
      { from: "name", to: "driver_name" },
      { from: "phone", to: "driver_phone" },
      { from: "driver_user_id", to: "external_id" },
      { from: "user_id", to: "external_id" },
    ],
  },
};
