import type { z } from "zod";
import {
  type CustomFieldDefinition,
  type CustomFieldValues,
  customFieldLabel,
  readCustomFields as judgeFields,
} from "@/server/domain/custom-field/custom-fields";
import { type DeliveryInput, type DeliveryKind, deliveryInputSchema } from "@/server/domain/order/delivery-schema";
import { accepted, type CellResult, quoted, refused } from "./cell-result";
import type { RowIssue } from "./intake-issue";
import { ORDER_COLUMN_BY_KEY, type OrderField, type OrderMapping } from "./order-columns";
import { parseCellCustom } from "./parse-cell-custom";
import { type DateOrder, parseCellDate } from "./parse-cell-date";
import { parseCellKind } from "./parse-cell-kind";
import { parseCellList } from "./parse-cell-list";
import { parseCellNotification } from "./parse-cell-notification";
import { parseCellCount } from "./parse-cell-number";
import { parseCellPriority } from "./parse-cell-priority";
import { parseCellVolumeMilliliters, parseCellWeightGrams } from "./parse-cell-quantity";
import { parseCellText } from "./parse-cell-text";
import { hasVisit, readVisitCells, type VisitDefaults } from "./read-visit-cells";
import { RowReader } from "./row-reader";

/** What to assume where a file is silent. */
export interface IntakeDefaults extends VisitDefaults {
  /** Day of rows that name none, `YYYY-MM-DD`. */
  readonly serviceDate?: string;
  /** The organization's skills; given, any other is an error. */
  readonly knownSkills?: ReadonlySet<string>;
  /** How 03/04/2026 is meant; absent, such a date is an error. */
  readonly dateOrder?: DateOrder;
  /** The fields of their own that the project's orders have. */
  readonly customFields?: readonly CustomFieldDefinition[];
  /** What orders that are known have in these fields, by number: it may stay as it is, whatever the fields have become. */
  readonly keptFields?: ReadonlyMap<string, CustomFieldValues>;
  /** The file only changes what is known: a required field it lacks is there already. */
  readonly isOnlyUpdating?: boolean;
}

export interface OrderFile {
  readonly headers: readonly string[];
  readonly mapping: OrderMapping;
  readonly defaults: IntakeDefaults;
}

export type OrderRowVerdict =
  | { readonly ok: true; readonly delivery: DeliveryInput; readonly warnings: readonly RowIssue[] }
  | { readonly ok: false; readonly errors: readonly RowIssue[]; readonly warnings: readonly RowIssue[] };

const MAX_COUNT = 1_000_000;

/**
 * One row of a file as a delivery, or every reason why it cannot be one, each naming its column and what to do. Knows
 * nothing of other rows: repeated ids are found by `findDuplicateIds`, unknown addresses by geocoding.
 */
export function validateOrderRow(cells: readonly string[], file: OrderFile): OrderRowVerdict {
  const reader = new RowReader<OrderField>(cells, file.headers, file.mapping, ORDER_COLUMN_BY_KEY);
  const delivery = readDelivery(reader, file.defaults);
  const { errors, warnings } = reader;
  if (errors.length > 0) return { ok: false, errors, warnings };
  const parsed = deliveryInputSchema.safeParse(delivery);
  if (parsed.success) return { ok: true, delivery: parsed.data, warnings };
  return {
    ok: false,
    errors: parsed.error.issues.map((issue) => ({
      field: issue.path.join("."),
      column: "",
      code: "invalid",
      message: `${issue.path.join(" ")}: ${issue.message}`,
      value: "",
    })),
    warnings,
  };
}

function readDelivery(reader: RowReader<OrderField>, defaults: IntakeDefaults): z.input<typeof deliveryInputSchema> {
  const externalId = readExternalId(reader);
  const kind = reader.read("kind", parseCellKind) ?? impliedKind(reader);
  const stops = readStops(reader, kind, defaults);
  const windowDate = (stops.dropoff ?? stops.pickup)?.windows.find((window) => window.date)?.date;
  const serviceDate =
    reader.read("service_date", (text) => parseCellDate(text, defaults.dateOrder)) ??
    windowDate ??
    defaults.serviceDate;
  const codes = (field: "features" | "tags") => reader.read(field, (text) => parseCellList(text)) ?? [];
  return {
    kind,
    ...(externalId !== undefined && { externalId }),
    ...(serviceDate !== undefined && { serviceDate }),
    priority: reader.read("priority", parseCellPriority) ?? "normal",
    loads: [
      reader.read("weight_kg", parseCellWeightGrams) ?? 0,
      reader.read("volume_l", parseCellVolumeMilliliters) ?? 0,
      reader.read("parcels", (text) => parseCellCount(text, MAX_COUNT, "Parcels")) ?? (kind === "task" ? 0 : 1),
      reader.read("load4", (text) => parseCellCount(text, MAX_COUNT, "The fourth load")) ?? 0,
    ],
    skills: reader.read("skills", (text) => parseSkills(text, defaults.knownSkills)) ?? [],
    features: codes("features"),
    tags: codes("tags"),
    notes: reader.read("notes", (text) => parseCellText(text, 4000, true)) ?? "",
    notificationPreference: reader.read("notification_preference", parseCellNotification) ?? "both",
    customFields: readOwnFields(reader, kind, defaults, externalId),
    items: (reader.read("barcode", (text) => parseCellList(text, 100)) ?? []).map((barcode) => ({
      description: "",
      barcode,
      quantity: 1,
    })),
    ...stops,
  };
}

function readOwnFields(
  reader: RowReader<OrderField>,
  kind: DeliveryKind,
  { customFields = [], isOnlyUpdating = false, keptFields }: IntakeDefaults,
  externalId: string | undefined,
) {
  const definitionOf = new Map(customFields.map((each) => [each.name, each]));
  const before = externalId === undefined ? undefined : keptFields?.get(externalId);
  const values = reader.readCustom((text, name) => {
    const kept = before && Object.hasOwn(before, name) ? before[name] : undefined;
    return parseCellCustom(text, definitionOf.get(name), kept);
  });
  const refused = new Set(reader.errors.map(({ field }) => field));
  const terms = { kind, isWhole: !isOnlyUpdating, ...(before && { before }) };
  const { faults } = judgeFields(customFields, values, terms);
  for (const { name, problem } of faults) {
    if (problem !== "required" || refused.has(name)) continue;
    const label = customFieldLabel(definitionOf.get(name)!);
    reader.refuseMissing(name, `${label} is required. Fill it in, or choose its column.`);
  }
  return values;
}

function readExternalId(reader: RowReader<OrderField>): string | undefined {
  const externalId = reader.read("external_id", (text) => parseCellText(text, 120));
  if (reader.isMapped("external_id") && !externalId && reader.text("external_id").replace(/^[-–—]+$/, "") === "") {
    reader.refuse(
      "external_id",
      "required",
      "The order number is empty. Fill it in, or leave the whole column out of the mapping.",
    );
  }
  return externalId || undefined;
}

/** Without a kind the stops given decide: only a pickup, both, or the usual drop-off. */
function impliedKind(reader: RowReader<OrderField>): DeliveryKind {
  if (!hasVisit(reader, "pickup_")) return "dropoff";
  return hasVisit(reader, "") ? "pair" : "pickup";
}

function readStops(
  reader: RowReader<OrderField>,
  kind: DeliveryKind,
  defaults: IntakeDefaults,
): Pick<DeliveryInput, "pickup" | "dropoff"> {
  // A file of mere pickups has them in the ordinary address columns.
  const pickupSide = kind === "pickup" && !hasVisit(reader, "pickup_") ? "" : "pickup_";
  const pickup = kind === "pickup" || kind === "pair" ? readVisitCells(reader, pickupSide, defaults) : undefined;
  const dropoff = kind === "pickup" ? undefined : readVisitCells(reader, "", defaults);
  const contact = (dropoff ?? pickup)?.contact;
  const side = dropoff ? "" : pickupSide;
  const [phone, email] = [`${side}phone`, `${side}email`] as const;
  const mentioned = reader.isMapped(phone) || reader.isMapped(email);
  if (mentioned && contact && reader.text(phone) === "" && reader.text(email) === "") {
    const field = reader.isMapped(phone) ? phone : email;
    reader.warn(field, "no_contact", "Neither phone nor e-mail: this customer cannot be told when the driver comes.");
  }
  return { ...(pickup && { pickup }), ...(dropoff && { dropoff }) };
}

function parseSkills(text: string, known: ReadonlySet<string> | undefined): CellResult<string[]> {
  const listed = parseCellList(text);
  if (!listed.ok || !known) return listed;
  const spelled = listed.value.map((skill) => ({ skill, as: findSkill(skill, known) }));
  const unknown = spelled.filter(({ as }) => as === undefined).map(({ skill }) => quoted(skill));
  if (unknown.length === 0) return accepted(spelled.map(({ skill, as }) => as ?? skill));
  const choice = [...known].sort().slice(0, 8).join(", ");
  const fix = choice === "" ? "No skills are set up yet." : `Use ${choice}, or add the skill first.`;
  return refused("unknown_skill", `${unknown.join(", ")} is not a skill here. ${fix}`);
}

function findSkill(skill: string, known: ReadonlySet<string>): string | undefined {
  if (known.has(skill)) return skill;
  const lower = skill.toLowerCase();
  for (const candidate of known) if (candidate.toLowerCase() === lower) return candidate;
  return undefined;
}
