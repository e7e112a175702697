import { z } from "zod";
import { dateSchema, durationSchema, int32, latLngSchema, message, timestampSchema, timeWindowSchema } from "./proto";
import { taskTemplateSchema } from "./task";

const text = (max: number) => z.string().max(max);
const MOST_TASKS = 50;

export const addressSchema = z.object({
  address1: text(200).optional(),
  address2: text(200).optional(),
  city: text(100).optional(),
  provinceCode: text(20).optional(),
  countryCode: z
    .string()
    .regex(/^([A-Za-z]{2})?$/, { message: "must be an ISO 3166-1 code of two letters" })
    .optional(),
  zip: text(20).optional(),
});
export type AddressWire = z.output<typeof addressSchema>;

export const contactSchema = z.object({
  firstName: text(200).optional(),
  lastName: text(200).optional(),
  company: text(200).optional(),
  phone: text(60).optional(),
  email: text(254).optional(),
});
export type ContactWire = z.output<typeof contactSchema>;

export const stopItemSchema = z.object({
  name: text(500).optional(),
  quantity: int32(0, 100_000).optional(),
  grams: int32(0, 2_000_000_000).optional(),
});
export type StopItemWire = z.output<typeof stopItemSchema>;

export const attributeSchema = z.object({ key: z.string().min(1).max(1000), value: text(5000).default("") });

/** What may be imported: a break is of a route alone. */
export const IMPORT_TYPES = ["UNKNOWN", "DELIVERY", "PICKUP", "TASK"] as const;

const stopFields = {
  clientStopId: text(120).optional(),
  address: addressSchema.optional(),
  contact: contactSchema.optional(),
  coordinates: latLngSchema.optional(),
  items: z.array(stopItemSchema).max(500).optional(),
  note: text(2000).optional(),
  duration: durationSchema.optional(),
  priority: int32(0, 10).optional().describe("1 (low) to 10 (high); 0 and 5 are the default."),
  orderName: text(200).optional(),
  timeWindows: z.array(timeWindowSchema).max(1, { message: "there may be at most one time window" }).optional(),
  deliveryDate: dateSchema.optional(),
  attributes: z.array(attributeSchema).max(50, { message: "there may be at most 50 attributes" }).optional(),
  tags: z.array(z.string().min(1).max(255)).max(250, { message: "there may be at most 250 tags" }).optional(),
  tasks: z.array(taskTemplateSchema).max(MOST_TASKS).optional(),
  type: z.enum(IMPORT_TYPES).optional(),
  customSignatureDisclosure: text(5000).optional(),
};

/** A stop as it is imported, without the spellings protobuf also takes. */
export const stopToImportSchema = z
  .object(stopFields)
  .refine(({ address, coordinates }) => Boolean(address?.address1?.trim()) || coordinates !== undefined, {
    path: ["address", "address1"],
    message: "is missing, and there are no coordinates",
  })
  .refine(({ tasks = [] }) => linesOf(tasks) <= MOST_TASKS, {
    path: ["tasks"],
    message: `must have at most ${MOST_TASKS} things to do`,
  })
  .meta({ id: "StopToImport" });
export type StopToImport = z.output<typeof stopToImportSchema>;

/** Every box of a checklist is a thing of its own to do. */
function linesOf(tasks: NonNullable<z.output<typeof stopFields.tasks>>): number {
  return tasks.reduce((sum, { type, items = [] }) => sum + (type === "CHECKBOXES" ? items.length : 1), 0);
}

export const importRequestSchema = message(
  z.array(stopToImportSchema).min(1).max(200, { message: "at most 200 stops may be imported at once" }),
);

export const importedStopSchema = z
  .object({
    ...stopFields,
    id: z.string(),
    importedAt: timestampSchema,
    items: z.array(stopItemSchema),
    timeWindows: z.array(timeWindowSchema),
    attributes: z.array(attributeSchema),
    tags: z.array(z.string()),
    tasks: z.array(taskTemplateSchema),
    type: z.enum(IMPORT_TYPES),
  })
  .meta({ id: "ImportedStop" });
export type ImportedStopWire = z.input<typeof importedStopSchema>;

export const importedStopsSchema = z.object({ stops: z.array(importedStopSchema) }).meta({ id: "ImportStopsResponse" });
export const importedPageSchema = z
  .object({ stops: z.array(importedStopSchema), nextCursor: z.string().optional() })
  .meta({ id: "ListImportedStopsResponse" });
