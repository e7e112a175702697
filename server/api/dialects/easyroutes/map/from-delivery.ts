import type { DeliveryInput, VisitInput } from "@/server/domain/order/delivery-schema";
import { sameJson } from "@/server/domain/order/merge-draft";
import type { DeliveryRecord } from "@/server/services/order/delivery-record";
import { dress } from "../ids";
import type { ImportedStopWire, StopToImport } from "../wire/stop";
import { type Extension, extensionOf } from "./extension";
import { durationOf, fromLocalDate, fromWindows, instantOf } from "./instant";
import { fromAddress, fromContact } from "./person";
import { fromPriority } from "./priority";
import { fromTasks } from "./task";
import { toCustomFields, toItems, toTags, toVisit } from "./to-delivery-draft";

/** A delivery as an imported stop: as it was sent where that is what it still means. */
export function fromDelivery({ delivery }: DeliveryRecord): ImportedStopWire {
  const { input } = delivery;
  const { sent, serviceSeconds } = extensionOf(input.extensions);
  const visit = (input.dropoff ?? input.pickup)!;
  const said = sayDoor(visit, { sent, serviceSeconds });
  return {
    id: dress("delivery", delivery.id),
    ...sayOrder(input, sent),
    ...said,
    ...(visit.position && { coordinates: coordinatesOf(visit.position) }),
    ...(sent?.duration === undefined && visit.serviceSeconds === serviceSeconds
      ? {}
      : { duration: said.duration ?? durationOf(visit.serviceSeconds) }),
    tasks: fromTasks(visit.tasks, sent?.tasks),
    type: input.kind === "pickup" ? "PICKUP" : input.kind === "task" ? "TASK" : "DELIVERY",
    importedAt: instantOf(Date.parse(delivery.createdAt)),
  };
}

/** What is of the order as a whole. */
export function sayOrder(input: DeliveryInput, sent: StopToImport | undefined) {
  const priority = fromPriority(input.priority, sent?.priority);
  const isSameItems = sameJson(toItems(sent?.items), input.items);
  const isSameAttributes = sameJson(toCustomFields(sent?.attributes), input.customFields);
  const clientStopId = input.externalId ?? sent?.clientStopId;
  const orderName = (sent?.orderName?.trim() ?? "") === input.orderRef ? sent?.orderName : input.orderRef;
  return {
    ...(clientStopId && { clientStopId }),
    ...(orderName && { orderName }),
    ...(priority !== undefined && { priority }),
    ...(input.serviceDate && { deliveryDate: fromLocalDate(input.serviceDate) }),
    items: isSameItems ? (sent?.items ?? []) : fromItems(input),
    attributes: isSameAttributes
      ? (sent?.attributes ?? [])
      : Object.entries(input.customFields).map(([key, value]) => ({ key, value: String(value) })),
    tags: sent?.tags && sameJson(toTags(sent.tags), input.tags) ? sent.tags : input.tags,
    ...(sent?.customSignatureDisclosure && { customSignatureDisclosure: sent.customSignatureDisclosure }),
  };
}

/** What is of the door. */
export function sayDoor(visit: VisitInput, { sent, serviceSeconds }: Extension) {
  const home = { defaultCountry: visit.address.country, defaultServiceSeconds: serviceSeconds ?? visit.serviceSeconds };
  const was = sent && toVisit(sent, home);
  const kept = <K extends keyof VisitInput & keyof NonNullable<typeof was>>(field: K) =>
    was !== undefined && sameJson(was[field], visit[field]);
  const note = kept("instructions") ? sent?.note : visit.instructions;
  return {
    address: kept("address") ? (sent?.address ?? {}) : fromAddress(visit.address),
    contact: kept("contact") ? (sent?.contact ?? {}) : fromContact(visit.contact),
    timeWindows: kept("windows") ? (sent?.timeWindows ?? []) : fromWindows(visit.windows),
    ...(note && { note }),
    ...(sent?.duration !== undefined && kept("serviceSeconds") && { duration: sent.duration }),
  };
}

export function coordinatesOf({ lat, lng }: { readonly lat: number; readonly lng: number }) {
  return { latitude: lat, longitude: lng };
}

function fromItems({ items }: DeliveryInput) {
  return items.map(({ description, barcode, quantity, weightGrams }) => ({
    name: description || barcode,
    quantity,
    ...(weightGrams !== undefined && { grams: weightGrams }),
  }));
}
