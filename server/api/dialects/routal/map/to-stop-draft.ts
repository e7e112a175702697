import type { LatLng } from "@/server/domain/geo";
import type { VisitTask } from "@/server/domain/order/delivery-schema";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import type { StoredDelivery } from "@/server/domain/order/stored-delivery";
import type { StopPatch, StopRequest, WireTask } from "../wire/stop";
import { asExtensions, sentOf } from "./extension";
import { positionOf, toAddress } from "./location";

export const GRAMS_PER_KG = 1000;
export const MILLILITRES_PER_M3 = 1_000_000;
const MOST_NAME = 120;

/** What the driver does for each of this vendor's tasks; any other is ticked off. */
const TASK_KINDS: Readonly<Record<string, VisitTask["kind"]>> = {
  scan: "barcode",
  barcode: "barcode",
  signature: "signature",
  photo: "photo",
  picture: "photo",
  text: "text",
  number: "decimal",
  pin: "pin",
};

/** What a request assumes of the project it goes to. */
export interface Home {
  readonly defaultServiceSeconds: number;
}

/** A stop as it was sent, in the core's terms; `found` is where its address was looked up. */
export function toStopDraft(stop: StopRequest, home: Home, found?: LatLng): DeliveryDraft {
  const { external_id, duration, custom_fields, requires, label } = stop;
  const position = positionOf(stop.location) ?? found;
  const visit = {
    address: toAddress(stop.location),
    ...(position && { position }),
    contact: { name: toName(label), phone: stop.phone ?? "", email: stop.email ?? "" },
    windows: toWindows(stop.time_windows),
    serviceSeconds: duration ?? home.defaultServiceSeconds,
    instructions: stop.comments ?? "",
    tasks: toTasks(stop.tasks),
  };
  return {
    kind: stop.type === "pickup" ? "pickup" : "dropoff",
    ...(external_id && { externalId: external_id }),
    loads: [grams(stop.weight), millilitres(stop.volume), 1, 0],
    skills: [...new Set(requires ?? [])],
    customFields: (custom_fields ?? {}) as NonNullable<DeliveryDraft["customFields"]>,
    ...(stop.type === "pickup" ? { pickup: visit } : { dropoff: visit }),
    extensions: asExtensions(stop),
  };
}

/** What a patch means for the door of a delivery as it stands; what is not in it stays. */
export function toStopChanges(
  patch: StopPatch,
  { input }: Pick<StoredDelivery, "input">,
  role: "pickup" | "dropoff",
): DeliveryDraft {
  const { location, external_id, duration, time_windows, comments, tasks, label, phone, email } = patch;
  const position = location && positionOf(location);
  const contact = {
    ...(label !== undefined && { name: toName(label) }),
    ...(phone !== undefined && { phone: phone ?? "" }),
    ...(email !== undefined && { email: email ?? "" }),
  };
  const visit = {
    ...(location && { address: toAddress(location) }),
    ...(position && { position }),
    contact,
    ...(time_windows !== undefined && { windows: toWindows(time_windows) }),
    ...(typeof duration === "number" && { serviceSeconds: duration }),
    ...(comments !== undefined && { instructions: comments ?? "" }),
    ...(tasks !== undefined && { tasks: toTasks(tasks) }),
  };
  const [weight, volume, ...others] = input.loads;
  const hasLoad = patch.weight !== undefined || patch.volume !== undefined;
  return {
    ...(external_id && { externalId: external_id }),
    ...((external_id === null || external_id === "") && { externalId: null, orderRef: "" }),
    ...(hasLoad && {
      loads: [
        patch.weight === undefined ? weight : grams(patch.weight),
        patch.volume === undefined ? volume : millilitres(patch.volume),
        ...others,
      ],
    }),
    ...(patch.requires !== undefined && { skills: [...new Set(patch.requires ?? [])] }),
    [role]: visit,
    extensions: asExtensions({ ...sentOf(input.extensions), ...patch }),
  };
}

export const toName = (label: string | null | undefined): string => (label ?? "").trim().slice(0, MOST_NAME);
export const grams = (kg: number | null | undefined): number => Math.round((kg ?? 0) * GRAMS_PER_KG);
export const millilitres = (m3: number | null | undefined): number => Math.round((m3 ?? 0) * MILLILITRES_PER_M3);

export function toWindows(windows: StopRequest["time_windows"]) {
  return (windows ?? []).map(([fromSeconds, toSeconds]) => ({ fromSeconds, toSeconds }));
}

export function toTasks(tasks: readonly WireTask[] | null | undefined): VisitTask[] {
  return (tasks ?? []).map(({ type, label }) => ({
    kind: TASK_KINDS[type] ?? "checkbox",
    label: label?.trim() || type,
    required: false,
    options: [],
  }));
}
