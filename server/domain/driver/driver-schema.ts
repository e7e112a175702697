import { z } from "zod";
import { ownValuesSchema } from "@/server/domain/custom-field/custom-fields";
import { metadataSchema } from "@/server/domain/order/delivery-schema";
import { driverBreaksSchema } from "./driver-break";

/** What another system calls a driver or a vehicle; empty: nothing. Need not be unique. */
export const externalNameSchema = z.string().trim().max(120);

export const DRIVER_STATUSES = ["active", "inactive", "archived"] as const;

/** A driver as a form gives it. */
export const driverSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    email: z.union([z.literal(""), z.email().max(254)]).default(""),
    /** E.164; normalise with `normalizePhone` before. */
    phone: z
      .string()
      .regex(/^(\+[1-9]\d{5,14})?$/, { message: "must be a phone number in international form, like +4512345678" })
      .default(""),
    skills: z.array(z.string().trim().min(1).max(60)).max(50).default([]),
    status: z.enum(DRIVER_STATUSES).default("active"),
    /** Wall-clock seconds of the day; the end may lie after midnight. */
    shiftFromSeconds: z.int().min(0).max(86_400),
    shiftToSeconds: z.int().min(0).max(172_800),
    /** Usual vehicle and depot. */
    vehicleId: z.uuid().nullable().default(null),
    depotId: z.uuid().nullable().default(null),
    costPerHourCents: z.int().min(0).max(100_000_000).default(0),
    /** Below, absent: as it is. Whose he is (null: our own), what his sender keeps with him, what a dialect hands back. */
    partnerId: z.uuid().nullable().optional(),
    /** What other systems call him, and his number in the house. */
    externalId: externalNameSchema.optional(),
    serial: externalNameSchema.optional(),
    breaks: driverBreaksSchema.optional(),
    /** Where his routes usually end; null: where they begin. */
    endDepotId: z.uuid().nullable().optional(),
    customFields: ownValuesSchema.optional(),
    metadata: metadataSchema.optional(),
    extensions: metadataSchema.optional(),
  })
  .refine((driver) => driver.shiftFromSeconds < driver.shiftToSeconds, {
    path: ["shiftToSeconds"],
    message: "must be after the beginning of the shift",
  });
export type DriverInput = z.infer<typeof driverSchema>;
