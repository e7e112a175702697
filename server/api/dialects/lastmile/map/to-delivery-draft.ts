import type { z } from "zod";
import type { Metadata, VisitInput } from "@/server/domain/order/delivery-schema";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import { isSecondLine } from "../wire/common";
import type { DeliveryPatch, DeliveryRequest } from "../wire/delivery";
import { addressAsSent, type Home, positionOf, toAddress, toContact, toWindows } from "./door";
import { asExtensions, type Extension, extensionOf } from "./extension";

const MILLILITRES = 1000;
type Door = NonNullable<DeliveryRequest["pickup"] & DeliveryRequest["dropoff"]>;
type Packages = DeliveryRequest["packages"];

/** A delivery as it was sent, in the core's terms. */
export function toDeliveryDraft(request: DeliveryRequest, home: Home): DeliveryDraft {
  const { pickup, dropoff, packages, metadata } = request;
  // A van that starts at a depot has its goods aboard; without one they are fetched where it is known where.
  const isPair = pickup !== undefined && !home.hasDepot && positionOf(pickup.address) !== undefined;
  const door = toVisit(dropoff, dropoff.recipient, home);
  const fetched = pickup && toVisit(pickup, pickup.contact, home);
  const serviceDate = dayOf(door.windows) ?? (fetched && dayOf(fetched.windows));
  return {
    kind: isPair ? "pair" : "dropoff",
    ...(serviceDate !== undefined && { serviceDate }),
    source: request.source,
    sourceId: request.source_id,
    orderRef: request.order_id,
    serviceLevel: request.service_level,
    priority: request.priority,
    area: areaOf(request.area),
    metadata,
    ...toLoad(packages),
    dropoff: { ...door, serviceSeconds: home.defaultServiceSeconds },
    ...(isPair && { pickup: { ...fetched, serviceSeconds: home.defaultServiceSeconds } }),
    extensions: asExtensions({
      dropoff: asSent(dropoff),
      ...(pickup && { pickup: asSent(pickup) }),
      volumes: packages.map(({ volume }) => volume ?? null),
    }),
  };
}

/** What a patch means for a delivery as it stands. */
export function toDeliveryChanges(sent: DeliveryPatch, existing: StoredDelivery, home: Home): DeliveryDraft {
  const { input } = existing;
  const before = extensionOf(input.extensions);
  const patch = {
    ...sent,
    pickup: sent.pickup && withWholeAddress(sent.pickup, input.pickup, before.pickup),
    dropoff: sent.dropoff && withWholeAddress(sent.dropoff, input.dropoff, before.dropoff),
  };
  const extension: Extension = {
    ...before,
    ...(patch.pickup && { pickup: overSent(before.pickup, patch.pickup) }),
    ...(patch.dropoff && { dropoff: overSent(before.dropoff, patch.dropoff) }),
    ...(patch.packages && { volumes: patch.packages.map(({ volume }) => volume ?? null) }),
  };
  const isTouched = patch.pickup ?? patch.dropoff ?? patch.packages;
  const dropoff = patch.dropoff && input.dropoff && toVisitChanges(patch.dropoff, patch.dropoff.recipient, home);
  const pickup = patch.pickup && input.pickup && toVisitChanges(patch.pickup, patch.pickup.contact, home);
  const serviceDate = (dropoff?.windows && dayOf(dropoff.windows)) ?? (pickup?.windows && dayOf(pickup.windows));
  return {
    ...(serviceDate !== undefined && { serviceDate }),
    ...(patch.priority && priorityChange(patch.priority, input.priority)),
    ...(patch.service_level && { serviceLevel: patch.service_level }),
    ...(patch.area !== undefined && { area: areaOf(patch.area) }),
    ...(patch.metadata && { metadata: patch.metadata }),
    ...(patch.packages && toLoad(patch.packages)),
    ...(dropoff && { dropoff }),
    ...(pickup && { pickup }),
    ...(isTouched && { extensions: asExtensions(extension) }),
  };
}

function toVisit(door: Omit<Door, "contact" | "recipient">, person: Door["recipient"], home: Home) {
  const position = positionOf(door.address);
  return {
    address: toAddress(door.address),
    ...(position && { position }),
    contact: toContact(person, door.address.country ?? home.defaultCountry),
    windows: toWindows(door.window, home.timeZone),
    instructions: door.instructions,
  };
}

/** Of an address only the second line may be sent: the rest is what is there, and so is where it is. */
function withWholeAddress<D extends NonNullable<DeliveryPatch["pickup"] | DeliveryPatch["dropoff"]>>(
  door: D,
  visit: VisitInput | undefined,
  sent: Extension["dropoff"],
): D {
  if (!door.address || !isSecondLine(door.address)) return door;
  const was = visit ? addressAsSent(visit.address, sent?.address) : (sent?.address as object | undefined);
  const at = visit?.position && { location: { lat: visit.position.lat, lon: visit.position.lng } };
  return { ...door, address: { ...was, ...at, line2: door.address.line2 } };
}

function toVisitChanges(door: Partial<Omit<Door, "contact" | "recipient">>, person: Door["recipient"], home: Home) {
  const position = door.address && positionOf(door.address);
  return {
    ...(door.address && { address: toAddress(door.address) }),
    ...(position && { position }),
    ...(person && { contact: toContactChanges(person, door.address?.country ?? home.defaultCountry) }),
    ...(door.window !== undefined && { windows: toWindows(door.window, home.timeZone) }),
    ...(door.instructions !== undefined && { instructions: door.instructions }),
  };
}

/** Of a person what is said is changed: a new name leaves the number, a new number the name. */
function toContactChanges(person: NonNullable<Door["recipient"]>, country: string) {
  const whole = Object.entries(toContact(person, country));
  return Object.fromEntries(whole.filter(([field]) => person[field as keyof typeof person] !== undefined));
}

/** Packages are items, and what they come to is the load: grams, millilitres, parcels. */
function toLoad(packages: Packages): Pick<DeliveryDraft, "items" | "loads"> {
  const sum = (of: (each: Packages[number]) => number) =>
    packages.reduce((total, each) => total + of(each) * (each.quantity ?? 1), 0);
  return {
    items: packages.map(({ package_id = "", description = "", quantity = 1, weight }) => ({
      barcode: package_id,
      description,
      quantity,
      ...(weight !== undefined && { weightGrams: Math.round(weight) }),
    })),
    loads: [
      Math.round(sum(({ weight = 0 }) => weight)),
      Math.round(sum(({ volume = 0 }) => volume * MILLILITRES)),
      packages.length === 0 ? 1 : sum(() => 1),
      0,
    ],
  };
}

/** This API knows two tiers: saying again what is read changes none of the core's four. */
function priorityChange(said: "high" | "normal", is: StoredDelivery["input"]["priority"]) {
  const isHigh = is === "high" || is === "critical";
  return (said === "high") === isHigh ? {} : { priority: said };
}

/** The one day its windows are of; several leave it open. */
function dayOf(windows: readonly { readonly date?: string | undefined }[]): string | undefined {
  return windows.length === 1 ? windows[0]!.date : undefined;
}

/** `default` is everywhere, which no delivery has to say. */
function areaOf(area: string | undefined): string | undefined {
  return area === "default" ? "" : area;
}

/** A door as it was sent, with what is sent of it now; persons field by field. */
function overSent(before: Extension["dropoff"], now: NonNullable<DeliveryPatch["pickup"] | DeliveryPatch["dropoff"]>) {
  const sent: Sent = { ...before, ...asSent(now) };
  for (const person of ["recipient", "contact"]) {
    if (sent[person]) sent[person] = { ...(before?.[person] as Sent), ...(sent[person] as Sent) };
  }
  return sent;
}

type Sent = Record<string, z.core.util.JSONType>;
function asSent(door: object): Record<string, z.core.util.JSONType> {
  return JSON.parse(JSON.stringify(door)) as Record<string, z.core.util.JSONType> satisfies Metadata;
}
