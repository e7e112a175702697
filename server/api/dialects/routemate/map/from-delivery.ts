import { readAddressLine } from "@/server/domain/consignment/read-address-line";
import type { Address, VisitInput } from "@/server/domain/order/delivery-schema";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import { sameJson } from "@/server/domain/order/merge-draft";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import type { Priority } from "@/server/domain/plan/routing-problem";
import { instantsOfWindows } from "@/server/domain/time/window-of-instants";
import type { WireStop } from "../wire/import";
import type { JobStop } from "../wire/job";
import { nameOf, type StopHome, toLoads, toPriority, toWindows } from "./to-delivery";

type Zones = Pick<StopHome, "timeZone" | "saidZone">;

const STATUSES: Readonly<Record<DeliveryStatus, JobStop["status"]>> = {
  requested: "pending",
  scheduled: "pending",
  assigned: "pending",
  enroute: "pending",
  delivered: "completed",
  failed: "failed",
  cancelled: "failed",
  returned: "failed",
};
const PRIORITIES: Readonly<Record<Priority, number>> = { critical: -1, high: 1, normal: 0, low: 2 };

/** A delivery as a stop: as it was sent where that is still what the core has, otherwise as the core has it. */
export function fromDelivery({ input, visits, status }: StoredDelivery, sortOrder: number, zones: Zones): JobStop {
  const sent = (input.extensions.routemate ?? {}) as Partial<WireStop>;
  const door = (input.dropoff ?? input.pickup)!;
  const position = visits[0]?.position ?? null;
  const isSameLoad = input.loads[2] === toLoads(sent.parcel_count)[2];
  return {
    external_stop_id: sent.external_stop_id ?? input.externalId ?? input.orderRef,
    address: addressOf(door.address, sent.address),
    latitude: position?.lat ?? null,
    longitude: position?.lng ?? null,
    label: (nameOf(sent.label) === door.contact.name ? sent.label : door.contact.name) || null,
    notes: ((sent.notes ?? "").trim() === door.instructions ? sent.notes : door.instructions) || null,
    sort_order: sortOrder,
    priority: toPriority(sent.priority) === input.priority ? (sent.priority ?? 0) : PRIORITIES[input.priority],
    parcel_count: isSameLoad ? (sent.parcel_count ?? 1) : input.loads[2],
    service_type: sent.service_type ?? null,
    duration_minutes: minutesOf(door.serviceSeconds, sent.duration_minutes),
    ...windowOf(door, input.serviceDate, sent, zones),
    metadata: sent.metadata ?? {},
    status: STATUSES[status],
  };
}

/** The country may have come from the project since. */
function addressOf(address: Address, sent: string | undefined): string {
  const read = readAddressLine(sent ?? "");
  if (sent !== undefined && sameJson({ ...read, country: read.country || address.country }, address)) return sent;
  const town = [address.postcode, address.city].filter(Boolean).join(" ");
  return [address.street, town, address.country].filter(Boolean).join(", ");
}

function minutesOf(serviceSeconds: number, sent: number | null | undefined): number {
  if (typeof sent === "number" && Math.round(sent * 60) === serviceSeconds) return sent;
  return serviceSeconds / 60;
}

function windowOf(door: VisitInput, date: string | undefined, sent: Partial<WireStop>, zones: Zones) {
  const said = { time_window_start: sent.time_window_start, time_window_end: sent.time_window_end };
  if (sameJson(toWindows(said, zones), door.windows)) {
    return { time_window_start: said.time_window_start ?? null, time_window_end: said.time_window_end ?? null };
  }
  const span = instantsOfWindows(door.windows, date, zones.timeZone);
  return {
    time_window_start: span?.from.toISOString() ?? null,
    time_window_end: span?.to.toISOString() ?? null,
  };
}
