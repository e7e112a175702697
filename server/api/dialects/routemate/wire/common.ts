import { z } from "zod";

/** What the document lists as required is missing where it is absent, null or empty. */
const REQUIRED = "is required";

/** A text that must be there. */
export const requiredText = (most: number) =>
  z
    .string({ error: ({ input }) => (input === undefined || input === null ? REQUIRED : "must be a string") })
    .refine((text) => text.trim() !== "", { error: REQUIRED, abort: true })
    .max(most, { error: `must have at most ${most} characters` });

/** A text that may be left out, or null. */
export const optionalText = (most: number) =>
  z
    .string({ error: "must be a string" })
    .max(most, { error: `must have at most ${most} characters` })
    .nullish();

export const optionalNumber = (least: number, most: number) =>
  z
    .number({ error: "must be a number" })
    .min(least, { error: `must be between ${least} and ${most}` })
    .max(most, { error: `must be between ${least} and ${most}` })
    .nullish();

/** "Custom key-value data": handed back as it came. */
export const metadataField = z
  .record(z.string(), z.json(), { error: "must be an object" })
  .refine((metadata) => Object.keys(metadata).length <= 100, { error: "must have at most 100 keys" })
  .nullish();

export const errorSchema = z
  .object({
    error: z.union([z.string(), z.object({ code: z.string(), messages: z.array(z.string()) })]),
    retry_after_seconds: z.int().optional(),
  })
  .meta({ id: "Error" });
