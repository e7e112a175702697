import { z } from "zod";
import { DELIVERY_KINDS, type DeliveryKind } from "@/server/domain/order/delivery-schema";

export const CUSTOM_FIELD_KINDS = ["text", "number", "select", "boolean"] as const;
export type CustomFieldKind = (typeof CUSTOM_FIELD_KINDS)[number];

/** What a project may give fields of its own. */
export const FIELD_OWNERS = ["order", "driver", "vehicle"] as const;
export type FieldOwner = (typeof FIELD_OWNERS)[number];

/** A field of its own that a project's orders, drivers or vehicles may have. */
export const customFieldDefinitionSchema = z
  .object({
    /** What files and programs call it, and what values are kept under. */
    name: z.string().trim().min(1).max(60),
    /** What people read; empty: the name. */
    label: z.string().trim().max(60).default(""),
    kind: z.enum(CUSTOM_FIELD_KINDS),
    /** Of a `select`: the values it may have. */
    choices: z.array(z.string().trim().min(1).max(200)).max(200).default([]),
    /** Of an order's field: the kinds of order that are asked for it; none: all. */
    orderKinds: z.array(z.enum(DELIVERY_KINDS)).max(DELIVERY_KINDS.length).default([]),
    /** People and files must fill it in; so must programs whose contract knows the project's fields. */
    isRequired: z.boolean().default(false),
  })
  .superRefine(({ kind, choices }, issue) => {
    if (kind === "select" && choices.length === 0) {
      issue.addIssue({ code: "custom", path: ["choices"], message: "must have at least one choice" });
    }
    if (new Set(choices).size < choices.length) {
      issue.addIssue({ code: "custom", path: ["choices"], message: "must not have a choice twice" });
    }
  });
export type CustomFieldDefinition = z.output<typeof customFieldDefinitionSchema>;

/** All of a project's. */
export const customFieldsSchema = z
  .array(customFieldDefinitionSchema)
  .max(100)
  .superRefine((fields, issue) => {
    const seen = new Set<string>();
    for (const [index, { name }] of fields.entries()) {
      const plain = name.toLowerCase();
      if (seen.has(plain)) issue.addIssue({ code: "custom", path: [index, "name"], message: "is there twice" });
      seen.add(plain);
    }
  });

export type CustomFieldValue = string | number | boolean;
export type CustomFieldValues = Readonly<Record<string, CustomFieldValue>>;

/** A driver's or a vehicle's value, as it is sent. */
export const ownValueSchema = z.union([z.string().max(2000), z.number(), z.boolean()]);

/** A driver's or a vehicle's values, as a form gives them; judged by the project's definitions in the service. */
export const ownValuesSchema = z
  .record(z.string().trim().min(1).max(60), ownValueSchema)
  .refine((values) => Object.keys(values).length <= 100, { message: "must not have more than 100 fields" });

/** Why a value cannot be the field's. */
export type CustomFieldProblem = "unknown" | "required" | "number" | "digits" | "boolean" | "choice";
export interface CustomFieldFault {
  readonly name: string;
  readonly problem: CustomFieldProblem;
  readonly choices: readonly string[];
}

/** What people call the field. */
export function customFieldLabel({ label, name }: Pick<CustomFieldDefinition, "label" | "name">): string {
  return label || name;
}

/** Whether orders of this kind are asked for the field; of no kind: a driver or a vehicle. */
export function isAskedFor({ orderKinds }: CustomFieldDefinition, kind: DeliveryKind | undefined): boolean {
  return kind === undefined || orderKinds.length === 0 || orderKinds.includes(kind);
}

export interface FieldTerms {
  /** Of an order; absent: of a driver or a vehicle. */
  readonly kind?: DeliveryKind;
  /** What was kept so far: it may stay as it is, whatever the fields have become since. Absent: something new. */
  readonly before?: CustomFieldValues;
  /** Required fields must be filled in; otherwise they are only looked at where they are given. */
  readonly isWhole?: boolean;
  /** Nothing may be given that the project does not know. */
  readonly isClosed?: boolean;
}

/** Fields of one's own as they are kept, numbers as numbers, and what of them cannot be. */
export function readCustomFields(
  definitions: readonly CustomFieldDefinition[],
  values: CustomFieldValues,
  { kind, before, isWhole = false, isClosed = false }: FieldTerms,
): { readonly values: Record<string, CustomFieldValue>; readonly faults: readonly CustomFieldFault[] } {
  const known = new Map(definitions.map((each) => [each.name, each]));
  const kept: Record<string, CustomFieldValue> = {};
  const faults: CustomFieldFault[] = [];
  for (const [name, value] of Object.entries(values)) {
    const definition = known.get(name);
    const isSettled = before !== undefined && Object.hasOwn(before, name) && before[name] === value;
    const { value: read, problem } = isSettled ? { value } : judge(definition, value, isClosed);
    kept[name] = read;
    if (problem) faults.push({ name, problem, choices: definition?.choices ?? [] });
  }
  if (!isWhole) return { values: kept, faults };
  for (const definition of definitions) {
    const { name, isRequired, choices } = definition;
    const wasMissing = before !== undefined && isEmpty(before[name]);
    if (!isRequired || !isAskedFor(definition, kind) || !isEmpty(values[name]) || wasMissing) continue;
    faults.push({ name, problem: "required", choices });
  }
  return { values: kept, faults };
}

/** The fault as the end of a sentence that begins with the field. */
export function customFieldSentence({ problem, choices }: CustomFieldFault): string {
  if (problem === "choice") return `must be one of ${choices.join(", ")}`;
  return SENTENCES[problem];
}

const SENTENCES = {
  unknown: "is no field of this project",
  required: "is required",
  number: "must be a number",
  digits: "must have no more than 15 digits before the point and 9 after it",
  boolean: "must be true or false",
} as const;

interface ReadValue {
  readonly value: CustomFieldValue;
  readonly problem?: CustomFieldProblem;
}

function judge(definition: CustomFieldDefinition | undefined, value: CustomFieldValue, isClosed: boolean): ReadValue {
  if (definition) return readValue(definition, value);
  return isClosed ? { value, problem: "unknown" } : { value };
}

/** Of a text that is meant for a number or for yes and no; other things stay as they are. */
function readValue({ kind, choices }: CustomFieldDefinition, value: CustomFieldValue): ReadValue {
  if (value === "") return { value };
  switch (kind) {
    case "text":
      return { value: String(value) };
    case "select": {
      const text = String(value);
      const choice = choices.find((each) => each === text) ?? choices.find((each) => isSameWord(each, text));
      return choice === undefined ? { value, problem: "choice" } : { value: choice };
    }
    case "number": {
      const text = typeof value === "string" ? value.trim() : "";
      if (typeof value !== "number" && !DECIMAL.test(text)) return { value, problem: "number" };
      if (typeof value !== "number" && !COUNTED.test(text)) return { value, problem: "digits" };
      return Math.abs(Number(value)) <= MOST ? { value: Number(value) } : { value, problem: "digits" };
    }
    case "boolean": {
      const word = typeof value === "string" ? value.trim().toLowerCase() : value;
      if (word === "true" || word === "false") return { value: word === "true" };
      return typeof word === "boolean" ? { value: word } : { value, problem: "boolean" };
    }
  }
}

/** What every reader of JSON still counts exactly, and every cell writes in plain digits. */
const MOST = 999_999_999_999_999;

/** As JSON writes numbers, in plain digits; and as many of them as are kept. */
const DECIMAL = /^-?\d+(\.\d+)?$/;
const COUNTED = /^-?\d{1,15}(\.\d{1,9})?$/;

function isSameWord(one: string, other: string): boolean {
  return one.toLowerCase() === other.trim().toLowerCase();
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}
