import { amountText } from "@/components/lib/parse-amount";
import type { CustomFieldDefinition } from "@/server/domain/custom-field/custom-fields";
import type { NotificationPreference } from "@/server/domain/notification/notification-policy";
import type { AllowedServiceDays } from "@/server/domain/order/allowed-days";
import type { DeliveryInput, DeliveryKind, VisitInput } from "@/server/domain/order/delivery-schema";
import { WEEKDAYS } from "@/server/domain/plan/planning-horizon";
import type { Priority } from "@/server/domain/plan/routing-problem";
import type { ShownUnit } from "@/server/domain/unit/shown-units";
import { type WindowDraft, windowDraft } from "../window-draft";

export type VisitRole = "pickup" | "dropoff";
export type TaskKind = VisitInput["tasks"][number]["kind"];

/** A line that can be added, removed and edited; `key` tells lines apart while they are. */
export interface TaskDraft {
  readonly key: string;
  readonly kind: TaskKind;
  readonly label: string;
  readonly required: boolean;
  readonly options: readonly string[];
}
export interface ItemDraft {
  readonly key: string;
  readonly description: string;
  readonly barcode: string;
  readonly quantity: string;
  /** In what its reader weighs in. */
  readonly weight: string;
}
export interface CustomFieldDraft {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

export interface VisitDraft {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly windows: readonly WindowDraft[];
  readonly windowSemantics: VisitInput["windowSemantics"];
  readonly serviceMinutes: string;
  readonly checkInMinutes: string;
  readonly instructions: string;
  readonly tasks: readonly TaskDraft[];
}

/** On which days it may be made; empty texts do not restrict. */
export interface AllowedDaysDraft {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[];
  readonly fromDate: string;
  readonly toDate: string;
  readonly spans: readonly { readonly key: string; readonly from: string; readonly to: string }[];
}

/** An order while it is being written: what people type, as they typed it. */
export interface OrderDraft {
  readonly kind: DeliveryKind;
  readonly externalId: string;
  readonly serviceDate: string;
  readonly allowedDays: AllowedDaysDraft;
  readonly priority: Priority;
  readonly loads: readonly string[];
  readonly skills: readonly string[];
  readonly features: readonly string[];
  readonly tags: readonly string[];
  readonly notes: string;
  readonly notificationPreference: NotificationPreference;
  readonly items: readonly ItemDraft[];
  /** What is written into the project's own fields, by name. */
  readonly ownFields: Readonly<Record<string, string>>;
  /** Fields the project does not know. */
  readonly customFields: readonly CustomFieldDraft[];
  readonly pickup: VisitDraft;
  readonly dropoff: VisitDraft;
}

/** What of a project the form goes by. */
export interface FormProject {
  readonly defaultCountry: string;
  readonly defaultServiceSeconds: number;
  /** As they are typed. */
  readonly loadDimensions: readonly (ShownUnit & { readonly name: string })[];
  /** In what single items are weighed. */
  readonly weightUnit: ShownUnit;
  readonly customFieldDefinitions: readonly CustomFieldDefinition[];
}

/** The visits an order of this kind has, the one it is named after first. */
export function rolesOf(kind: DeliveryKind): readonly VisitRole[] {
  if (kind === "pickup") return ["pickup"];
  return kind === "pair" ? ["pickup", "dropoff"] : ["dropoff"];
}

function emptyVisit(project: FormProject): VisitDraft {
  return {
    name: "",
    phone: "",
    email: "",
    street: "",
    postcode: "",
    city: "",
    country: project.defaultCountry,
    windows: [],
    windowSemantics: "start",
    serviceMinutes: String(project.defaultServiceSeconds / 60),
    checkInMinutes: "",
    instructions: "",
    tasks: [],
  };
}

/** A blank order in the project, on the day given. */
export function emptyOrder(project: FormProject, serviceDate: string): OrderDraft {
  return {
    kind: "dropoff",
    externalId: "",
    serviceDate,
    allowedDays: allowedDaysDraft({}),
    priority: "normal",
    loads: ["", "", "1", ""],
    skills: [],
    features: [],
    tags: [],
    notes: "",
    notificationPreference: "both",
    items: [],
    ownFields: {},
    customFields: [],
    pickup: emptyVisit(project),
    dropoff: emptyVisit(project),
  };
}

function allowedDaysDraft({ weekdays = [], fromDate, toDate, spans = [] }: AllowedServiceDays): AllowedDaysDraft {
  return {
    weekdays: weekdays.map((day) => WEEKDAYS.indexOf(day) + 1),
    fromDate: fromDate ?? "",
    toDate: toDate ?? "",
    spans: spans.map(({ from = "", to = "" }, index) => ({ key: `s${index}`, from, to })),
  };
}

function amount(stored: number | undefined, unit: Parameters<typeof amountText>[1]): string {
  return stored ? amountText(stored, unit) : "";
}

function visitDraft(visit: VisitInput | undefined, role: VisitRole, project: FormProject): VisitDraft {
  if (!visit) return emptyVisit(project);
  const { address, contact, windows, windowSemantics, serviceSeconds, checkInSeconds, instructions, tasks } = visit;
  return {
    ...contact,
    ...address,
    windows: windows.map((window, index) => windowDraft(window, `${role}${index}`)),
    windowSemantics,
    serviceMinutes: String(serviceSeconds / 60),
    checkInMinutes: amount(checkInSeconds, 60),
    instructions,
    tasks: tasks.map((task, index) => ({ key: `${role}${index}`, ...task })),
  };
}

function customFieldDrafts(values: DeliveryInput["customFields"], project: FormProject) {
  const known = new Set(project.customFieldDefinitions.map(({ name }) => name));
  const all = Object.entries(values).map(([name, value]) => [name, String(value)] as const);
  return {
    ownFields: Object.fromEntries(all.filter(([name]) => known.has(name))),
    customFields: all
      .filter(([name]) => !known.has(name))
      .map(([name, value], index) => ({ key: `c${index}`, name, value })),
  };
}

/** A kept order, to be edited. */
export function orderDraft(input: DeliveryInput, project: FormProject): OrderDraft {
  return {
    kind: input.kind,
    externalId: input.externalId ?? "",
    serviceDate: input.serviceDate ?? "",
    allowedDays: allowedDaysDraft(input.allowedDays),
    priority: input.priority,
    loads: input.loads.map((load, index) => amount(load, project.loadDimensions[index] ?? 1)),
    skills: input.skills,
    features: input.features,
    tags: input.tags,
    notes: input.notes,
    notificationPreference: input.notificationPreference,
    items: input.items.map(({ description, barcode, quantity, weightGrams }, index) => ({
      key: `i${index}`,
      description,
      barcode,
      quantity: String(quantity),
      weight: amount(weightGrams, project.weightUnit),
    })),
    ...customFieldDrafts(input.customFields, project),
    pickup: visitDraft(input.pickup, "pickup", project),
    dropoff: visitDraft(input.dropoff, "dropoff", project),
  };
}
