import type { DeliveryInput, VisitInput } from "./delivery-schema";
import { deliverySearchText } from "./delivery-search-text";

/** The columns of a delivery that its input decides. */
export function deliveryColumns(input: DeliveryInput) {
  return {
    kind: input.kind,
    externalId: input.externalId ?? null,
    serviceDate: input.serviceDate ?? null,
    allowedDays: input.allowedDays,
    serviceLevel: input.serviceLevel,
    source: input.source,
    sourceId: input.sourceId,
    orderRef: input.orderRef,
    area: input.area,
    metadata: input.metadata,
    extensions: input.extensions,
    priority: input.priority,
    loads: [...input.loads],
    driverId: input.driverId ?? null,
    skills: input.skills,
    features: input.features,
    tags: input.tags,
    notes: input.notes,
    notificationPreference: input.notificationPreference,
    customFields: input.customFields,
    searchText: deliverySearchText(input),
  };
}

/** The columns of a visit that its input decides; its location is kept apart. */
export function visitColumns(visit: VisitInput) {
  return {
    contactName: visit.contact.name,
    contactPhone: visit.contact.phone,
    contactEmail: visit.contact.email,
    siteId: visit.siteId ?? null,
    checkInSeconds: visit.checkInSeconds ?? null,
    windows: visit.windows,
    windowSemantics: visit.windowSemantics,
    serviceSeconds: visit.serviceSeconds,
    instructions: visit.instructions,
    tasks: visit.tasks,
  };
}

/** The columns of a delivery's items, numbered in order. */
export function itemColumns(input: DeliveryInput) {
  return input.items.map((item, position) => ({
    position,
    description: item.description,
    barcode: item.barcode,
    quantity: item.quantity,
    weightGrams: item.weightGrams ?? null,
  }));
}

/** A delivery's doors by role, those it has. */
export function visitsOf(input: DeliveryInput): { role: "pickup" | "dropoff"; visit: VisitInput }[] {
  return (["pickup", "dropoff"] as const).flatMap((role) => {
    const visit = input[role];
    return visit ? [{ role, visit }] : [];
  });
}
