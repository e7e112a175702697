import { z } from "zod";
import { normalizePhone } from "@/server/domain/contact/normalize-phone";
import type { DeliveryInput, DeliveryKind } from "@/server/domain/order/delivery-schema";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import type { Priority } from "@/server/domain/plan/routing-problem";
import { type KnownSite, visitAt } from "@/server/domain/site/site-schema";
import type { LocalWindow } from "@/server/domain/time/local-window";
import { type OrderRequest, WEEKDAYS } from "../wire/order";
import { toAllowedDays } from "./allowed-days";
import { asExtensions, type Kept, keptOf } from "./kept";

const KINDS: Readonly<Record<NonNullable<OrderRequest["type"]>, DeliveryKind>> = {
  D: "dropoff",
  P: "pickup",
  T: "task",
};
export const PRIORITIES: Readonly<Record<NonNullable<OrderRequest["priority"]>, Priority>> = {
  L: "low",
  M: "normal",
  H: "high",
  C: "critical",
};
const LOADS = ["load1", "load2", "load3", "load4"] as const;
export const LEGACY_FIELDS = ["customField1", "customField2", "customField3", "customField4", "customField5"] as const;
const MOST_CONTACT_NAME = 120;

/** Where an order's wire name for a legacy custom field is kept. */
export function legacyKey(field: (typeof LEGACY_FIELDS)[number]): string {
  return field.replace("customField", "custom_field_");
}

/** What a request is read against. */
export interface DraftTerms {
  readonly country: string;
  readonly existing?: { readonly input: DeliveryInput; readonly role: "pickup" | "dropoff" };
  /** The place it goes to, where the request says one. */
  readonly site?: KnownSite;
  /** The driver it names; null: nobody. */
  readonly driverId?: string | null;
}

/** An order with everything this API knows: what was not sent is as it is by default. */
export function withDefaults(request: OrderRequest, defaultServiceSeconds: number): OrderRequest {
  return {
    duration: defaultServiceSeconds / 60,
    type: "D",
    priority: "M",
    load1: 0,
    load2: 0,
    load3: 0,
    load4: 0,
    assignedTo: null,
    relatedId: null,
    skills: [],
    vehicleFeatures: [],
    notes: "",
    email: "",
    phone: "",
    ...Object.fromEntries(LEGACY_FIELDS.map((field) => [field, ""])),
    customFields: {},
    notificationPreference: "both",
    ...(request.twFrom === undefined && request.twTo === undefined && { timeWindows: [] }),
    allowedWeekdays: [...WEEKDAYS],
    allowedDates: {},
    allowedDateTimes: [],
    barcode: [],
    ...request,
  };
}

/** What a request makes of an order, new or known: what it does not say stays as it is. */
export function toDraft(request: OrderRequest, terms: DraftTerms): DeliveryDraft {
  const { existing } = terms;
  const kind = request.type ? KINDS[request.type] : undefined;
  const role = kind ? (kind === "pickup" ? "pickup" : "dropoff") : (existing?.role ?? "dropoff");
  const isOther = existing !== undefined && existing.input.kind !== "pair" && existing.role !== role;
  const before = existing && isOther ? existing.input[existing.role] : undefined;
  const { priority, skills, vehicleFeatures, notificationPreference, date, orderNo } = request;
  return {
    ...(kind && existing?.input.kind !== "pair" && { kind }),
    ...(orderNo !== undefined && { externalId: orderNo }),
    ...(date !== undefined && { serviceDate: date }),
    allowedDays: toAllowedDays(request),
    ...(priority && { priority: PRIORITIES[priority] }),
    ...(skills && { skills }),
    ...(vehicleFeatures && { features: vehicleFeatures }),
    ...(notificationPreference && { notificationPreference }),
    ...(terms.driverId !== undefined && { driverId: terms.driverId }),
    ...(request.barcode && { items: request.barcode.map(({ barcode }) => ({ barcode })) }),
    ...toLoads(request, existing?.input),
    ...toCustomFields(request, existing?.input),
    [role]: { ...before, ...toVisit(request, terms) },
    ...(isOther && { [existing.role]: null }),
    extensions: asExtensions(toKept(request, terms)),
  };
}

function toVisit(request: OrderRequest, { site, country }: DraftTerms) {
  const { duration, notes, phone, email } = request;
  const contact = {
    ...(site && { name: site.name.slice(0, MOST_CONTACT_NAME) }),
    ...(phone !== undefined && { phone: phoneOf(phone, country) }),
    ...(email !== undefined && { email: emailOf(email) }),
  };
  const windows = toWindows(request);
  return {
    ...(site && visitAt(site)),
    contact,
    ...(windows && { windows, windowSemantics: "finish" as const }),
    ...(duration !== undefined && { serviceSeconds: Math.round(duration * 60) }),
    ...(notes !== undefined && { instructions: notes }),
  };
}

function toWindows({ timeWindows, twFrom, twTo }: OrderRequest): LocalWindow[] | undefined {
  const isOld = timeWindows === undefined && (twFrom !== undefined || twTo !== undefined);
  const windows = isOld ? [{ twFrom: twFrom ?? "00:00", twTo: twTo ?? "23:59" }] : timeWindows;
  return windows?.map((each) => ({ fromSeconds: secondsOf(each.twFrom), toSeconds: secondsOf(each.twTo) }));
}

/** `HH:MM` as seconds of the day. */
export function secondsOf(clock: string): number {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours! * 3600 + minutes! * 60;
}

/** A number that cannot be called is handed back, and not kept to call. */
function phoneOf(sent: string, country: string): string {
  const normal = sent.trim() === "" ? undefined : normalizePhone(sent, country);
  return normal?.ok ? normal.phone : "";
}

function emailOf(sent: string): string {
  const email = sent.trim();
  return z.email().max(254).safeParse(email).success ? email : "";
}

function toLoads(request: OrderRequest, before: DeliveryInput | undefined): Pick<DeliveryDraft, "loads"> {
  if (before && LOADS.every((each) => request[each] === undefined)) return {};
  const [first, second, third, fourth] = LOADS.map((each, index) =>
    Math.ceil(request[each] ?? before?.loads[index] ?? 0),
  );
  return { loads: [first!, second!, third!, fourth!] };
}

/** A list of fields stands for all of them where all of them were sent (`withDefaults`), else for those it names. */
function toCustomFields(request: OrderRequest, before: DeliveryInput | undefined): Pick<DeliveryDraft, "customFields"> {
  const legacy = LEGACY_FIELDS.flatMap((field) => {
    const value = request[field];
    if (value === undefined) return [];
    return [[legacyKey(field), value === "" ? null : value] as const];
  });
  const isWhole = legacy.length === LEGACY_FIELDS.length && request.customFields !== undefined;
  const gone = isWhole ? Object.keys(before?.customFields ?? {}).map((key) => [key, null] as const) : [];
  const fields = Object.entries(request.customFields ?? {});
  if (legacy.length + fields.length + gone.length === 0) return {};
  return { customFields: Object.fromEntries([...gone, ...legacy, ...fields]) as DeliveryDraft["customFields"] };
}

function toKept(request: OrderRequest, { existing, country }: DraftTerms): Kept {
  const { duration, phone, email, allowedWeekdays, allowedDates, allowedDateTimes } = request;
  const before = existing ? keptOf(existing.input.extensions) : {};
  const loads = LOADS.map((each, index) => request[each] ?? before.loads?.[index] ?? existing?.input.loads[index] ?? 0);
  return {
    ...before,
    loads,
    ...(duration !== undefined && { duration }),
    ...(phone !== undefined && { phone: { sent: phone, means: phoneOf(phone, country) } }),
    ...(email !== undefined && { email: { sent: email, means: emailOf(email) } }),
    ...(allowedWeekdays && { allowedWeekdays }),
    ...(allowedDates && { allowedDates }),
    ...(allowedDateTimes && { allowedDateTimes }),
  };
}
