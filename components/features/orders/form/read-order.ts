import { keptAmount, parseAmount, plainAmount } from "@/components/lib/parse-amount";
import type { Words } from "@/components/lib/words/words";
import { normalizePhone } from "@/server/domain/contact/normalize-phone";
import { readCustomFields as readOwnFields } from "@/server/domain/custom-field/custom-fields";
import type { AllowedServiceDays } from "@/server/domain/order/allowed-days";
import { type DeliveryInput, deliveryInputSchema } from "@/server/domain/order/delivery-schema";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import { WEEKDAYS } from "@/server/domain/plan/planning-horizon";
import { minutesToSeconds } from "../bulk-edit-state";
import { readWindow } from "../window-draft";
import {
  type AllowedDaysDraft,
  type FormProject,
  type OrderDraft,
  rolesOf,
  type VisitDraft,
  type VisitRole,
} from "./order-draft";

/** Path in the order ("dropoff.contact.phone") → what is wrong there. */
export type OrderErrors = Readonly<Record<string, string>>;

export type OrderReading =
  | { readonly ok: true; readonly input: DeliveryInput }
  | { readonly ok: false; readonly errors: OrderErrors };

/** A phone number as it will be kept, or what is wrong with it; empty stays empty. */
export function readPhone(t: Words<"orderForm">, text: string, country: string): { phone: string; error?: string } {
  if (text.trim() === "") return { phone: "" };
  const verdict = normalizePhone(text, country);
  return verdict.ok ? { phone: verdict.phone } : { phone: text, error: t(`phone.${verdict.reason}`) };
}

function decimal(text: string): number {
  return text.trim() === "" ? 0 : (parseAmount(text) ?? Number.NaN);
}

function readVisit(
  t: Words<"orderForm">,
  visit: VisitDraft,
  role: VisitRole,
  country: string,
  errors: Record<string, string>,
) {
  const { phone, error } = readPhone(t, visit.phone, visit.country || country);
  if (error) errors[`${role}.contact.phone`] = error;
  if (visit.street.trim() === "") errors[`${role}.address.street`] = t("wrong.street");
  const windows = visit.windows.map(readWindow);
  for (const [index, window] of windows.entries()) {
    if (!window.ok) errors[`${role}.windows.${index}`] = t(`wrong.window.${window.reason}`);
  }
  const serviceSeconds = minutesToSeconds(visit.serviceMinutes);
  if (serviceSeconds === undefined) errors[`${role}.serviceSeconds`] = t("wrong.minutes");
  const checkInSeconds = visit.checkInMinutes.trim() === "" ? 0 : minutesToSeconds(visit.checkInMinutes);
  if (checkInSeconds === undefined) errors[`${role}.checkInSeconds`] = t("wrong.minutes");
  return {
    address: { street: visit.street, postcode: visit.postcode, city: visit.city, country: visit.country },
    contact: { name: visit.name, phone: error ? "" : phone, email: visit.email.trim() },
    windows: windows.flatMap((window) => (window.ok ? [window.window] : [])),
    windowSemantics: visit.windowSemantics,
    serviceSeconds: serviceSeconds ?? 0,
    ...(checkInSeconds && { checkInSeconds }),
    instructions: visit.instructions,
    tasks: visit.tasks.map(({ key: _, ...task }) => task),
  };
}

function readLoads(
  t: Words<"orderForm">,
  draft: OrderDraft,
  project: FormProject,
  errors: Record<string, string>,
): number[] {
  return [0, 1, 2, 3].map((index) => {
    const amount = decimal(draft.loads[index] ?? "");
    if (Number.isFinite(amount) && amount >= 0)
      return keptAmount(amount, project.loadDimensions[index] ?? { perUnit: 1 });
    errors[`loads.${index}`] = t("wrong.amount");
    return 0;
  });
}

/** The days as they will be kept; all weekdays are as good as none chosen. */
export function readAllowedDays({ weekdays, fromDate, toDate, spans }: AllowedDaysDraft): AllowedServiceDays {
  const chosen = WEEKDAYS.filter((_, index) => weekdays.includes(index + 1));
  const said = spans.filter(({ from, to }) => from !== "" || to !== "");
  return {
    ...(chosen.length > 0 && chosen.length < WEEKDAYS.length && { weekdays: chosen }),
    ...(fromDate && { fromDate }),
    ...(toDate && { toDate }),
    ...(said.length > 0 && {
      spans: said.map(({ from, to }) => ({ ...(from && { from: whole(from) }), ...(to && { to: whole(to) }) })),
    }),
  };
}

/** Browsers leave out seconds that are none. */
function whole(moment: string): string {
  return moment.length === 16 ? `${moment}:00` : moment;
}

function readItems(t: Words<"orderForm">, draft: OrderDraft, project: FormProject, errors: Record<string, string>) {
  return draft.items.map(({ description, barcode, quantity, weight }, index) => {
    const count = Number(quantity || "1");
    if (!Number.isInteger(count) || count < 1) errors[`items.${index}.quantity`] = t("wrong.quantity");
    const typed = decimal(weight);
    if (!Number.isFinite(typed) || typed < 0) errors[`items.${index}.weightGrams`] = t("wrong.amount");
    return {
      description,
      barcode,
      quantity: Number.isInteger(count) && count > 0 ? count : 1,
      ...(weight.trim() !== "" &&
        Number.isFinite(typed) && { weightGrams: keptAmount(Math.abs(typed), project.weightUnit) }),
    };
  });
}

/** Numbers and booleans that came by API keep their type as long as nobody rewrites them. */
function readCustomFields(
  t: Words<"orderForm">,
  draft: OrderDraft,
  project: FormProject,
  before: DeliveryInput["customFields"] | undefined,
  errors: Record<string, string>,
) {
  const isOwn = (name: string) => project.customFieldDefinitions.some((each) => each.name === name);
  const written = ownFieldsWritten(draft, project);
  const asKept = ([name, value]: readonly [string, string]) =>
    [name, before && Object.hasOwn(before, name) && String(before[name]) === value ? before[name]! : value] as const;
  const own = readOwnFields(project.customFieldDefinitions, Object.fromEntries(written.map(asKept)), {
    kind: draft.kind,
    isWhole: true,
    ...(before && { before }),
  });
  for (const { name, problem } of own.faults) errors[`ownFields.${name}`] = t(`wrong.ownField.${problem}`);
  const fields: Record<string, string | number | boolean> = { ...own.values };
  for (const [index, { name, value }] of draft.customFields.entries()) {
    const key = name.trim();
    if (key === "" && value.trim() === "") continue;
    if (key === "") errors[`customFields.${index}`] = t("wrong.fieldName");
    else if (Object.hasOwn(fields, key) || isOwn(key)) errors[`customFields.${index}`] = t("wrong.fieldTwice");
    else fields[key] = asKept([key, value])[1];
  }
  return fields;
}

/** What stands in the project's own fields; numbers digit for digit. */
function ownFieldsWritten({ ownFields }: OrderDraft, { customFieldDefinitions }: FormProject) {
  return customFieldDefinitions.flatMap(({ name, kind }): [string, string][] => {
    const text = ownFields[name] ?? "";
    if (text.trim() === "") return [];
    return [[name, kind === "number" ? (plainAmount(text) ?? text.trim()) : text]];
  });
}

/** The order as it will be kept, or every field at fault, by the schema's own paths. */
export function readOrder(
  t: Words<"orderForm">,
  draft: OrderDraft,
  project: FormProject,
  before?: DeliveryInput,
): OrderReading {
  const errors: Record<string, string> = {};
  const visits = rolesOf(draft.kind).map((role) => [
    role,
    readVisit(t, draft[role], role, project.defaultCountry, errors),
  ]);
  const raw = {
    kind: draft.kind,
    ...(draft.externalId.trim() && { externalId: draft.externalId }),
    ...(draft.serviceDate && { serviceDate: draft.serviceDate }),
    allowedDays: readAllowedDays(draft.allowedDays),
    priority: draft.priority,
    loads: readLoads(t, draft, project, errors),
    skills: draft.skills,
    features: draft.features,
    tags: draft.tags,
    notes: draft.notes,
    notificationPreference: draft.notificationPreference,
    items: readItems(t, draft, project, errors),
    customFields: readCustomFields(t, draft, project, before?.customFields, errors),
    ...Object.fromEntries(visits),
  };
  const parsed = deliveryInputSchema.safeParse(raw);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) errors[path.join(".")] ??= plain(t, message);
  }
  return parsed.success && Object.keys(errors).length === 0 ? { ok: true, input: parsed.data } : { ok: false, errors };
}

function plain(t: Words<"orderForm">, message: string): string {
  if (/must not be before/.test(message)) return t("wrong.days");
  if (/invalid email/i.test(message)) return t("wrong.email");
  if (/too big/i.test(message)) return t("wrong.tooBig");
  return /^[a-z]/.test(message) ? `This ${message}` : message;
}

/** A check-in that was emptied is said: what is left out stays as it was. */
function visitChanges(before: DeliveryInput["dropoff"], next: DeliveryInput["dropoff"]) {
  if (!next) return null;
  return before?.checkInSeconds && !next.checkInSeconds ? { ...next, checkInSeconds: 0 } : next;
}

/** What to send so that the kept order becomes the one read: emptied fields are said with null. */
export function changesTo(before: DeliveryInput, next: DeliveryInput): DeliveryDraft {
  const goneFields = Object.keys(before.customFields).filter((name) => !(name in next.customFields));
  return {
    ...next,
    externalId: next.externalId ?? null,
    serviceDate: next.serviceDate ?? null,
    allowedDays: {
      weekdays: next.allowedDays.weekdays ?? null,
      fromDate: next.allowedDays.fromDate ?? null,
      toDate: next.allowedDays.toDate ?? null,
      spans: next.allowedDays.spans ?? null,
    },
    customFields: { ...next.customFields, ...Object.fromEntries(goneFields.map((name) => [name, null])) },
    pickup: visitChanges(before.pickup, next.pickup),
    dropoff: visitChanges(before.dropoff, next.dropoff),
  } as DeliveryDraft;
}
