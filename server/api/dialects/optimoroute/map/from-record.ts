import { deliveryNumber } from "@/server/domain/order/delivery-number";
import type { DeliveryInput, VisitInput } from "@/server/domain/order/delivery-schema";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import type { KnownSite } from "@/server/domain/site/site-schema";
import { dress } from "../ids";
import type { WireLocation } from "../wire/location";
import type { WireOrder } from "../wire/order";
import { fromAllowedDays } from "./allowed-days";
import { type Kept, keptOf } from "./kept";
import { LEGACY_FIELDS, legacyKey, PRIORITIES } from "./to-draft";

/** What an order without a number is shown as. */
export const NO_NUMBER = "-";
const LEGACY_KEYS = new Set(LEGACY_FIELDS.map(legacyKey));
const LAST_MINUTE = 24 * 3600 - 60;

/** One door of a delivery, which is what an order is. */
export interface Door {
  readonly delivery: StoredDelivery;
  readonly role: "pickup" | "dropoff";
}

/** What an order is said with beyond itself. */
export interface Surroundings {
  readonly sites: ReadonlyMap<string, KnownSite>;
  readonly drivers: ReadonlyMap<string, { readonly externalId: string; readonly serial: string }>;
}

/** A door's order id: the delivery's, or of a pair's pickup its visit's. */
export function orderIdOf({ delivery, role }: Door): string {
  const isPairPickup = delivery.input.kind === "pair" && role === "pickup";
  const pickup = isPairPickup && delivery.visits.find((each) => each.role === "pickup");
  return dress(pickup ? pickup.id : delivery.id);
}

/** The number an order is shown by. */
export function orderNoOf({ delivery, role }: Door): string {
  if (delivery.input.kind === "pair" && role === "pickup") return NO_NUMBER;
  return deliveryNumber(delivery.input) ?? NO_NUMBER;
}

/** An order as this API says it. */
export function fromDoor(door: Door, { sites, drivers }: Surroundings, related?: Door): WireOrder {
  const { delivery, role } = door;
  const { input } = delivery;
  const visit = input[role]!;
  const kept = keptOf(input.extensions);
  const driver = input.driverId === undefined ? undefined : drivers.get(input.driverId);
  const loads = input.loads.map((load, index) => {
    const sent = kept.loads?.[index];
    return sent !== undefined && Math.ceil(sent) === load ? sent : load;
  });
  return {
    id: orderIdOf(door),
    orderNo: orderNoOf(door),
    ...fromRelation(door, related),
    date: input.serviceDate ?? null,
    duration: durationOf(visit, kept),
    priority: priorityOf(input),
    type: input.kind === "task" ? "T" : role === "pickup" ? "P" : "D",
    load1: loads[0]!,
    load2: loads[1]!,
    load3: loads[2]!,
    load4: loads[3]!,
    assignedTo: driver ? fromDriver(driver) : null,
    location: fromPlace(door, visit, visit.siteId === undefined ? undefined : sites.get(visit.siteId)),
    timeWindows: visit.windows
      .filter(({ date }) => date === undefined || date === input.serviceDate)
      .map(({ fromSeconds, toSeconds }) => ({ twFrom: clockOf(fromSeconds), twTo: clockOf(toSeconds) })),
    ...fromAllowedDays(input.allowedDays, kept),
    skills: input.skills,
    vehicleFeatures: input.features,
    notes: visit.instructions,
    email: asSent(visit.contact.email, kept.email),
    phone: asSent(visit.contact.phone, kept.phone),
    ...fromLegacyFields(input),
    customFields: Object.fromEntries(Object.entries(input.customFields).filter(([key]) => !LEGACY_KEYS.has(key))),
    notificationPreference: input.notificationPreference,
    barcode: input.items.flatMap(({ barcode }) => (barcode === "" ? [] : [{ barcode }])),
  };
}

/** The two doors of a pair, or the two orders that were joined. */
function fromRelation({ delivery, role }: Door, related: Door | undefined) {
  if (delivery.input.kind === "pair") {
    const other: Door = { delivery, role: role === "pickup" ? "dropoff" : "pickup" };
    return { relatedId: orderIdOf(other), relatedOrderNo: role === "pickup" ? orderNoOf(other) : null };
  }
  return { relatedId: related ? orderIdOf(related) : null, relatedOrderNo: related ? orderNoOf(related) : null };
}

function fromDriver({ externalId, serial }: { readonly externalId: string; readonly serial: string }) {
  return { ...(externalId !== "" && { externalId }), ...(serial !== "" && { serial }) };
}

/** A place as it is kept; of an order another program sent, what it says of its door. */
function fromPlace({ delivery, role }: Door, visit: VisitInput, site: KnownSite | undefined): WireLocation {
  const at = delivery.visits.find((each) => each.role === role)?.position ?? site?.position ?? null;
  const { street, postcode, city, country } = visit.address;
  const line = [street, [postcode, city].filter((part) => part !== "").join(" "), country];
  const address = site ? site.address : line.filter((part) => part !== "").join(", ");
  return {
    locationNo: site?.number ?? "",
    locationName: site ? site.name : visit.contact.name || address,
    address,
    latitude: at?.lat ?? 0,
    longitude: at?.lng ?? 0,
    valid: at !== null,
    checkInTime: Math.round((visit.checkInSeconds ?? site?.checkInSeconds ?? 0) / 60),
    notes: site?.notes ?? "",
  };
}

/** A place that is in an order's answer. */
export function fromSite(site: KnownSite): WireLocation {
  return {
    locationNo: site.number ?? "",
    locationName: site.name,
    address: site.address,
    latitude: site.position?.lat ?? 0,
    longitude: site.position?.lng ?? 0,
    valid: site.position !== null,
    checkInTime: Math.round(site.checkInSeconds / 60),
    notes: site.notes,
  };
}

function durationOf({ serviceSeconds }: VisitInput, { duration }: Kept): number {
  return duration !== undefined && Math.round(duration * 60) === serviceSeconds ? duration : serviceSeconds / 60;
}

function priorityOf({ priority }: DeliveryInput): WireOrder["priority"] {
  const [letter] = Object.entries(PRIORITIES).find(([, word]) => word === priority)!;
  return letter as WireOrder["priority"];
}

/** What was sent, while the core still means the same by it. */
function asSent(now: string, kept: { readonly sent: string; readonly means: string } | undefined): string {
  return kept && kept.means === now ? kept.sent : now;
}

/** Seconds of the day as `HH:MM`; what ends after midnight ends with the day. */
export function clockOf(seconds: number): string {
  const minutes = Math.floor(Math.min(seconds, LAST_MINUTE) / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function fromLegacyFields({ customFields }: DeliveryInput) {
  const of = (field: (typeof LEGACY_FIELDS)[number]) => String(customFields[legacyKey(field)] ?? "");
  return {
    customField1: of("customField1"),
    customField2: of("customField2"),
    customField3: of("customField3"),
    customField4: of("customField4"),
    customField5: of("customField5"),
  };
}
