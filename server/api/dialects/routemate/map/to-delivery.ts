import { readAddressLine } from "@/server/domain/consignment/read-address-line";
import { isPlausiblePosition, type LatLng } from "@/server/domain/geo";
import type { DeliveryKind } from "@/server/domain/order/delivery-schema";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import type { Priority } from "@/server/domain/plan/routing-problem";
import { addLocalDays } from "@/server/domain/time/local-date";
import type { LocalWindow } from "@/server/domain/time/local-window";
import { windowsOfInstants } from "@/server/domain/time/window-of-instants";
import { localDateAt, startOfDay, wallToElapsedSeconds } from "@/server/domain/time/zoned-time";
import type { WireStop } from "../wire/import";

/** What a stop assumes of its job and of the project it goes to. */
export interface StopHome {
  readonly jobId: string;
  readonly date: string;
  /** The project's: in which windows are kept. */
  readonly timeZone: string;
  /** The job's: in which its times without an offset are meant. */
  readonly saidZone: string;
  readonly defaultServiceSeconds: number;
}

const SECONDS_PER_MINUTE = 60;
const LABEL_CHARACTERS = 120;
const KINDS: Readonly<Record<string, DeliveryKind>> = { delivery: "dropoff", pickup: "pickup" };

/** A stop in the core's terms, with what was sent; the core has yet to check it. */
export function toDelivery(stop: WireStop, home: StopHome): DeliveryDraft {
  const { external_stop_id: id, service_type: service, parcel_count: parcels, duration_minutes: minutes } = stop;
  const kind = service ? (KINDS[service.toLowerCase()] ?? "task") : "dropoff";
  const position = positionOf(stop);
  const door = {
    address: readAddressLine(stop.address),
    ...(position && { position }),
    contact: { name: nameOf(stop.label) },
    windows: toWindows(stop, home),
    serviceSeconds: typeof minutes === "number" ? Math.round(minutes * SECONDS_PER_MINUTE) : home.defaultServiceSeconds,
    instructions: stop.notes ?? "",
  };
  return {
    kind,
    externalId: id.trim(),
    serviceDate: home.date,
    source: "RouteMate",
    sourceId: home.jobId,
    orderRef: id,
    priority: toPriority(stop.priority),
    loads: [...toLoads(parcels)],
    extensions: { routemate: JSON.parse(JSON.stringify(stop)) },
    [kind === "pickup" ? "pickup" : "dropoff"]: door,
  };
}

export const toLoads = (parcels: number | null | undefined) => [0, 0, Math.round(parcels ?? 1), 0] as const;

/** A label as the name at the door. */
export const nameOf = (label: string | null | undefined): string => (label ?? "").slice(0, LABEL_CHARACTERS).trim();

/** Lower is more urgent, and 0 is nothing special: 1 is a matter of haste, what is below 0 of more. */
export function toPriority(priority: number | null | undefined): Priority {
  const said = priority ?? 0;
  if (said < 0) return "critical";
  return said > 0 && said <= 1 ? "high" : "normal";
}

/** Of both; 0/0 is what a program says that does not know. */
export function positionOf({ latitude, longitude }: Pick<WireStop, "latitude" | "longitude">): LatLng | undefined {
  if (typeof latitude !== "number" || typeof longitude !== "number") return undefined;
  const position = { lat: latitude, lng: longitude };
  return isPlausiblePosition(position) ? position : undefined;
}

/** A window with one end reaches to the other end of its day. */
export function toWindows(
  { time_window_start: start, time_window_end: end }: Pick<WireStop, "time_window_start" | "time_window_end">,
  { timeZone, saidZone }: Pick<StopHome, "timeZone" | "saidZone">,
): LocalWindow[] {
  const from = start ? instantOf(start, saidZone) : undefined;
  const to = end ? instantOf(end, saidZone) : undefined;
  if (!from && !to) return [];
  const day = localDateAt((from ?? to)!, timeZone);
  const first = from ?? startOfDay(day, timeZone);
  const last = to ?? startOfDay(addLocalDays(day, 1), timeZone);
  return first < last ? (windowsOfInstants(first, last, timeZone) ?? []) : [];
}

const WITH_OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/** An ISO datetime; without an offset it is what a clock of `zone` shows. */
function instantOf(text: string, zone: string): Date {
  if (WITH_OFFSET.test(text)) return new Date(text);
  const date = text.slice(0, 10);
  const seconds = (Date.parse(`${text}Z`) - Date.parse(`${date}T00:00:00Z`)) / 1000;
  return new Date(startOfDay(date, zone).getTime() + wallToElapsedSeconds(date, zone, seconds) * 1000);
}
