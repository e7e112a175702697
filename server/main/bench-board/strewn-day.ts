import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

const CENTRE = { lat: 41.395, lng: 2.165 };
const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** Writes a made-up day for where no real one is at hand: orders strewn evenly over a town, and vans enough. */
export async function writeStrewnDay(folder: string, orders: number, vans: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const orderLines = Array.from({ length: orders }, (_, index) => {
    const lat = CENTRE.lat + (((index * 61) % 997) - 498) * 0.0001;
    const lng = CENTRE.lng + (((index * 37) % 991) - 495) * 0.00013;
    const from = 8 + (index % 9);
    const window = index % 3 === 0 ? `${clock(from)}-${clock(from + 2)}` : "";
    const door = `Customer ${index + 1},Street ${index % 400} ${1 + (index % 90)},08001,Barcelona,ES`;
    return `ORDER-${index + 1},${door},${lat.toFixed(6)},${lng.toFixed(6)},${window},3,2,1`;
  });
  const orderHeader =
    "external_id,name,address,postcode,city,country,lat,lon,time_windows,service_minutes,weight_kg,parcels";
  const vanLines = Array.from({ length: vans }, (_, index) => {
    const van = String(index + 1).padStart(2, "0");
    const who = `Driver ${van},driver${van}@example.com,+34600000${100 + index},VAN ${van},van`;
    return `VAN-${van},${who},${CENTRE.lat},${CENTRE.lng},07:00,20:00,1500,9000,200,,0.35,24,35`;
  });
  const vanHeader =
    "external_id,driver_name,driver_email,driver_phone,vehicle_registration,vehicle_type,depot_lat,depot_lon," +
    "shift_from,shift_to,capacity_kg,capacity_l,max_stops,skills,cost_per_km,cost_per_hour,fixed_cost";
  await writeFile(path.join(folder, "orders.csv"), `${[orderHeader, ...orderLines].join("\n")}\n`);
  await writeFile(path.join(folder, "fleet.csv"), `${[vanHeader, ...vanLines].join("\n")}\n`);
}
