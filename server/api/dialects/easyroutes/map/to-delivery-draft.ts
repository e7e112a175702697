import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import type { StopItemWire, StopToImport } from "../wire/stop";
import { asExtensions } from "./extension";
import { secondsOfDuration, toLocalDate, toWindows } from "./instant";
import { toAddress, toContact } from "./person";
import { toPriority } from "./priority";
import { toTasks } from "./task";

/** What a stop assumes of the project it goes to. */
export interface Home {
  readonly defaultCountry: string;
  readonly defaultServiceSeconds: number;
}

/** An imported stop in the core's terms. */
export function toDeliveryDraft(stop: StopToImport, home: Home) {
  const visit = toVisit(stop, home);
  const kind = stop.type === "PICKUP" ? ("pickup" as const) : stop.type === "TASK" ? ("task" as const) : "dropoff";
  return {
    kind,
    ...(stop.clientStopId?.trim() && { externalId: stop.clientStopId.trim() }),
    ...(stop.deliveryDate && { serviceDate: toLocalDate(stop.deliveryDate) }),
    orderRef: stop.orderName?.trim() ?? "",
    priority: toPriority(stop.priority),
    tags: toTags(stop.tags),
    customFields: toCustomFields(stop.attributes),
    ...toLoad(stop.items, kind === "task"),
    [kind === "pickup" ? "pickup" : "dropoff"]: visit,
    extensions: asExtensions(stop, visit.serviceSeconds),
  } satisfies DeliveryDraft;
}

export function toVisit(stop: StopToImport, { defaultCountry, defaultServiceSeconds }: Home) {
  const { coordinates, duration } = stop;
  const position = coordinates && { lat: coordinates.latitude, lng: coordinates.longitude };
  const address = toAddress(stop.address, position);
  return {
    address: { ...address, country: address.country || defaultCountry },
    ...(position && { position }),
    contact: toContact(stop.contact, address.country || defaultCountry),
    windows: toWindows(stop.timeWindows),
    serviceSeconds: duration === undefined ? defaultServiceSeconds : secondsOfDuration(duration),
    instructions: stop.note?.trim() ?? "",
    tasks: toTasks(stop.tasks),
  };
}

export const toTags = (tags: readonly string[] = []): string[] => tags.map((tag) => tag.trim()).filter(Boolean);

const LONGEST_KEY = 60;
const LONGEST_VALUE = 2000;

/** The attributes the desk can show beside an order; all of them are handed back. */
export function toCustomFields(attributes: NonNullable<StopToImport["attributes"]> = []): Record<string, string> {
  const shown = attributes.filter(({ key, value }) => key.length <= LONGEST_KEY && value.length <= LONGEST_VALUE);
  return Object.fromEntries(shown.map(({ key, value }) => [key, value]));
}

const LONGEST_ITEM = 200;

/** Items as the core keeps them; one of nothing is handed back, and not kept. */
export function toItems(items: readonly StopItemWire[] = []) {
  return items
    .filter(({ quantity = 0 }) => quantity > 0)
    .map(({ name = "", quantity = 0, grams }) => ({
      description: name.trim().slice(0, LONGEST_ITEM).trim(),
      barcode: "",
      quantity,
      ...(grams !== undefined && { weightGrams: grams }),
    }));
}

const MOST = 2_000_000_000;

/** What items come to: grams, and how many; a stop of no items is one parcel. */
function toLoad(items: readonly StopItemWire[] = [], isTask: boolean) {
  const kept = toItems(items);
  const grams = kept.reduce((sum, { quantity, weightGrams = 0 }) => sum + quantity * weightGrams, 0);
  const pieces = kept.reduce((sum, { quantity }) => sum + quantity, 0);
  const loads: [number, number, number, number] = [Math.min(grams, MOST), 0, pieces || (isTask ? 0 : 1), 0];
  return { items: kept, loads };
}
