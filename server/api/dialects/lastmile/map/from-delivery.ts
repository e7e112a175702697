import type { VisitInput } from "@/server/domain/order/delivery-schema";
import { outwardStatus } from "@/server/domain/order/outward-status";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import type { DeliveryRecord } from "@/server/services/order/delivery-record";
import { dress } from "../ids";
import type { DeliveryAnswer } from "../wire/delivery";
import { fromAddress, fromContact, fromWindows, said } from "./door";
import { type Extension, extensionOf } from "./extension";

/** A delivery as this API says it. */
export function fromDelivery({ delivery, serving, timeZone }: DeliveryRecord): DeliveryAnswer {
  const { input } = delivery;
  const sent = extensionOf(input.extensions);
  const id = dress("delivery", delivery.id);
  const partnerId = delivery.partnerId ?? serving?.partnerId ?? null;
  return {
    id,
    delivery_id: id,
    type: input.kind === "pickup" ? "return" : "delivery",
    source: input.source || null,
    source_id: input.sourceId || null,
    order_id: input.orderRef || null,
    status: outwardStatus(delivery.status, serving),
    service_level: input.serviceLevel,
    priority: input.priority === "high" || input.priority === "critical" ? "high" : "normal",
    area: input.area || "default",
    pickup: pickupOf(delivery, sent, timeZone),
    dropoff: input.dropoff ? dropoffOf(delivery, input.dropoff, sent, timeZone) : null,
    packages: packagesOf(delivery, sent),
    assignment: fromServing(serving),
    partner_id: partnerId && dress("partner", partnerId),
    tracking_number: delivery.trackingCode,
    version: delivery.version,
    created_at: said(new Date(delivery.createdAt)),
    updated_at: said(new Date(delivery.updatedAt)),
    metadata: input.metadata,
  };
}

export function fromServing(serving: DeliveryRecord["serving"]): DeliveryAnswer["assignment"] {
  if (!serving) return null;
  return {
    assignment_id: dress("assignment", serving.routeId),
    driver_id: dress("driver", serving.driverId),
    vehicle_id: dress("vehicle", serving.vehicleId),
    route_id: dress("route", serving.routeId),
    eta: said(new Date(serving.etaMs)),
  };
}

function doorOf(
  { input, visits }: StoredDelivery,
  role: "pickup" | "dropoff",
  visit: VisitInput,
  sent: Extension,
  timeZone: string,
) {
  const at = visits.find((each) => each.role === role)?.position ?? null;
  return {
    address: fromAddress(visit.address, at, sent[role]?.address),
    window: fromWindows(visit.windows, input.serviceDate, timeZone),
    instructions: visit.instructions,
  };
}

function dropoffOf(delivery: StoredDelivery, visit: VisitInput, sent: Extension, timeZone: string) {
  const recipient = fromContact(visit.contact, sent.dropoff?.recipient);
  return { ...doorOf(delivery, "dropoff", visit, sent, timeZone), recipient };
}

/** Its own door, or what was said of the place its goods are at anyway. */
function pickupOf(delivery: StoredDelivery, sent: Extension, timeZone: string): DeliveryAnswer["pickup"] {
  const visit = delivery.input.pickup;
  if (visit) {
    const contact = fromContact(visit.contact, sent.pickup?.contact);
    return { ...doorOf(delivery, "pickup", visit, sent, timeZone), contact };
  }
  if (!sent.pickup) return null;
  const { address, window, contact, instructions } = sent.pickup as {
    address?: Record<string, unknown>;
    window?: { from: string; to: string } | null;
    contact?: object;
    instructions?: string;
  };
  return {
    address: address ?? {},
    window: window ?? null,
    contact: { name: "", phone: "", email: "", ...contact },
    instructions: instructions ?? "",
  };
}

function packagesOf({ input }: StoredDelivery, { volumes = [] }: Extension) {
  return input.items.map(({ barcode, description, quantity, weightGrams }, index) => ({
    ...(barcode !== "" && { package_id: barcode }),
    ...(description !== "" && { description }),
    quantity,
    ...(weightGrams !== undefined && { weight: weightGrams }),
    ...(typeof volumes[index] === "number" && { volume: volumes[index] }),
  }));
}
