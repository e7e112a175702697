import { z } from "zod";
import { isPlausiblePosition } from "@/server/domain/geo";
import { isJson } from "@/server/domain/is-json";
import { notificationPreferenceSchema } from "@/server/domain/notification/notification-policy";
import { PRIORITIES } from "@/server/domain/plan/routing-problem";
import { localDateSchema } from "@/server/domain/time/local-date";
import { localWindowSchema } from "@/server/domain/time/local-window";
import { allowedDaysSchema } from "./allowed-days";

const MAX_LOAD = 2_000_000_000;
const text = (max: number) => z.string().trim().max(max);
const code = z.string().trim().min(1).max(60);
const codes = z.array(code).max(50).default([]);

/** Four integer amounts in the project's load dimensions (default: grams, millilitres, parcels, free). */
export const loadsSchema = z.tuple([
  z.int().min(0).max(MAX_LOAD),
  z.int().min(0).max(MAX_LOAD),
  z.int().min(0).max(MAX_LOAD),
  z.int().min(0).max(MAX_LOAD),
]);

export const positionSchema = z
  .object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) })
  .refine(isPlausiblePosition, { message: "must be a position on land, not 0/0" });

export const addressSchema = z.object({
  street: text(200).min(1),
  postcode: text(20).default(""),
  city: text(100).default(""),
  /** ISO 3166-1 alpha-2, upper case; empty: the project's country. */
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z]{2})?$/)
    .default(""),
});
export type Address = z.infer<typeof addressSchema>;

/** Phone already in E.164, e-mail already checked: normalise with `normalizePhone` before. */
export const contactSchema = z.object({
  name: text(120).default(""),
  phone: z
    .string()
    .regex(/^(\+[1-9]\d{5,14})?$/, { message: "must be a phone number in international form, like +4512345678" })
    .default(""),
  email: z.union([z.literal(""), z.email().max(254)]).default(""),
});

/** What the driver does at the door, beyond arriving. */
export const visitTaskSchema = z.object({
  kind: z.enum(["checkbox", "radio", "text", "decimal", "barcode", "photo", "signature", "pin"]),
  label: text(200).min(1),
  required: z.boolean().default(false),
  options: z.array(text(100)).max(50).default([]),
});
export type VisitTask = z.output<typeof visitTaskSchema>;

export const visitInputSchema = z.object({
  address: addressSchema,
  /** Known position; absent: the address is geocoded. */
  position: positionSchema.optional(),
  contact: contactSchema.prefault({}),
  windows: z.array(localWindowSchema).max(10).default([]),
  windowSemantics: z.enum(["start", "finish"]).default("start"),
  serviceSeconds: z
    .int()
    .min(0)
    .max(12 * 3600)
    .default(180),
  instructions: text(2000).default(""),
  /** The place it goes to, where that is one that deliveries go to again and again. */
  siteId: z.uuid().optional(),
  /** From arriving to the beginning of service; once for all visits in a row at one place. */
  checkInSeconds: z
    .int()
    .min(0)
    .max(12 * 3600)
    .optional(),
  tasks: z.array(visitTaskSchema).max(50).default([]),
});
export type VisitInput = z.infer<typeof visitInputSchema>;

export const deliveryItemSchema = z.object({
  description: text(200).default(""),
  barcode: text(100).default(""),
  quantity: z.int().min(1).max(100_000).default(1),
  weightGrams: z.int().min(0).max(MAX_LOAD).optional(),
});

/** How soon it was promised to be there. */
export const SERVICE_LEVELS = ["standard", "express", "same_day"] as const;
export type ServiceLevel = (typeof SERVICE_LEVELS)[number];

const MAX_NOTE_KEYS = 100;
/** What senders keep with a delivery and get back as it is: nothing here reads it. */
export const metadataSchema = z
  .record(z.string().max(100), z.json())
  .refine((metadata) => Object.keys(metadata).length <= MAX_NOTE_KEYS, {
    message: `must have at most ${MAX_NOTE_KEYS} keys`,
  });
export type Metadata = z.infer<typeof metadataSchema>;

/** As `z.json()`, which tries its kinds one after the other on every value inside. */
const keptSchema = z.custom<z.core.util.JSONType>(isJson, { message: "must be JSON" });

/** A pickup, a drop-off, a pair of both, or a task (a visit that carries nothing). */
export const DELIVERY_KINDS = ["dropoff", "pickup", "pair", "task"] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/**
 * One job as the core takes it from CSV, form or API. A `dropoff` or `task` has only `dropoff`, a `pickup` only
 * `pickup`, a `pair` both.
 */
export const deliveryInputSchema = z
  .object({
    kind: z.enum(DELIVERY_KINDS).default("dropoff"),
    /** The sender's own number, unique in the organization. */
    externalId: z.string().trim().min(1).max(120).optional(),
    serviceDate: localDateSchema.optional(),
    allowedDays: allowedDaysSchema.default({}),
    serviceLevel: z.enum(SERVICE_LEVELS).default("standard"),
    /** The system it came from, and that system's name for it; several deliveries may have the same. */
    source: text(120).default(""),
    sourceId: text(200).default(""),
    /** The order it fulfils, in the shop's own words. */
    orderRef: text(200).default(""),
    /** The part of town or region it is counted with; empty: none. */
    area: text(100).default(""),
    metadata: metadataSchema.default({}),
    /** What an API only hands back, keyed by dialect. */
    extensions: z.record(z.string().max(40), keptSchema).default({}),
    priority: z.enum(PRIORITIES).default("normal"),
    loads: loadsSchema.default([0, 0, 1, 0]),
    /** The driver who must bring it; absent: anybody who can. */
    driverId: z.uuid().optional(),
    skills: codes,
    features: codes,
    tags: z.array(z.string().trim().min(1).max(255)).max(250).default([]),
    notes: text(4000).default(""),
    /** Whether and how the customer is written. */
    notificationPreference: notificationPreferenceSchema.default("both"),
    customFields: z.record(z.string().max(60), z.union([z.string().max(2000), z.number(), z.boolean()])).default({}),
    items: z.array(deliveryItemSchema).max(500).default([]),
    pickup: visitInputSchema.optional(),
    dropoff: visitInputSchema.optional(),
  })
  .superRefine((delivery, issue) => {
    const needsPickup = delivery.kind === "pickup" || delivery.kind === "pair";
    const needsDropoff = delivery.kind !== "pickup";
    if (needsPickup !== (delivery.pickup !== undefined)) {
      issue.addIssue({
        code: "custom",
        path: ["pickup"],
        message: needsPickup ? "is missing" : "does not belong here",
      });
    }
    if (needsDropoff !== (delivery.dropoff !== undefined)) {
      issue.addIssue({
        code: "custom",
        path: ["dropoff"],
        message: needsDropoff ? "is missing" : "does not belong here",
      });
    }
  });
export type DeliveryInput = z.infer<typeof deliveryInputSchema>;

/**
 * What to do when the external id is already known: refuse (`create`), change only (`update`), fill in what is given
 * (`merge`), or put the new one in its place (`replace`).
 */
export const UPSERT_MODES = ["create", "update", "merge", "replace"] as const;
export type UpsertMode = (typeof UPSERT_MODES)[number];
