import { z } from "zod";
import { brandColorSchema } from "@/server/domain/brand/brand-color";
import { LANGUAGES } from "@/server/domain/preference/preferences";
import { isTimeZone } from "@/server/domain/time/zoned-time";
import { PROJECT_UNITS } from "./project-units";

export const loadDimensionSchema = z.object({
  name: z.string().trim().min(1).max(40),
  unit: z.string().trim().max(12).default(""),
  /** Stored integers per unit shown: 1,000 for grams shown as kilograms. */
  perUnit: z.int().min(1).max(1_000_000).default(1),
});
export type LoadDimension = z.output<typeof loadDimensionSchema>;

/** Weight, volume, parcels, and one free dimension. */
export const DEFAULT_LOAD_DIMENSIONS = [
  { name: "Weight", unit: "kg", perUnit: 1000 },
  { name: "Volume", unit: "l", perUnit: 1000 },
  { name: "Parcels", unit: "", perUnit: 1 },
  { name: "Other", unit: "", perUnit: 1 },
];

/** A branch or depot group, as a form gives it. */
export const projectSchema = z.object({
  name: z.string().trim().min(1).max(120),
  timeZone: z.string().refine(isTimeZone, { message: "must be a time zone such as Europe/Copenhagen" }),
  defaultCountry: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, { message: "must be a country's two letters, such as DK" }),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, { message: "must be a currency's three letters, such as EUR" }),
  units: z.enum(PROJECT_UNITS).default("local"),
  /** In which its customers and drivers are written; null: as the organization. */
  language: z.enum(LANGUAGES).nullable().default(null),
  /** What its customers know it as; empty: as the organization. */
  brandName: z.string().trim().max(80).default(""),
  /** Of its customers' pages; null: as the organization. */
  brandColor: brandColorSchema.nullable().default(null),
  defaultServiceSeconds: z
    .int()
    .min(0)
    .max(12 * 3600)
    .default(180),
  /** Whether orders that say nothing of their service time take what their address has taught. */
  learnsServiceTimes: z.boolean().default(false),
  /** Wall-clock seconds at which a day's orders are to be settled; null: no cut-off. */
  cutoffSeconds: z
    .int()
    .min(0)
    .max(24 * 3600 - 60)
    .nullable()
    .default(null),
  /** How many days before the service day. */
  cutoffDaysBefore: z.int().min(0).max(7).default(1),
  loadDimensions: z.array(loadDimensionSchema).length(4).default(DEFAULT_LOAD_DIMENSIONS),
});
export type ProjectInput = z.infer<typeof projectSchema>;
