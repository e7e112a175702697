import { z } from "zod";
import { ownValuesSchema } from "@/server/domain/custom-field/custom-fields";
import { externalNameSchema } from "@/server/domain/driver/driver-schema";
import { loadsSchema, metadataSchema } from "@/server/domain/order/delivery-schema";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import { rateSchema } from "@/server/domain/unit/kept-numbers";

const MOST_CENTS = 100_000_000;

/** A vehicle as a form gives it. */
export const vehicleSchema = z.object({
  label: z.string().trim().min(1).max(120),
  registration: z.string().trim().max(40).default(""),
  profile: z.enum(TRAVEL_PROFILES).default("van"),
  /** In the project's load dimensions; 2,000,000,000: no limit. */
  capacity: loadsSchema,
  features: z.array(z.string().trim().min(1).max(60)).max(50).default([]),
  maxStops: z.int().min(1).max(10_000).nullable().default(null),
  maxDistanceMeters: z.int().min(1).max(10_000_000).nullable().default(null),
  maxDriveSeconds: z.int().min(1).max(172_800).nullable().default(null),
  fixedCostCents: z.int().min(0).max(MOST_CENTS).default(0),
  costPerKmCents: rateSchema(MOST_CENTS).default(0),
  /** Below, absent: as it is. Whose it is (null: our own), what its sender keeps with it, what a dialect hands back. */
  partnerId: z.uuid().nullable().optional(),
  /** Grams of CO₂ a kilometre; null: nobody has said. */
  emissionGramsPerKm: rateSchema(5000).nullable().optional(),
  customFields: ownValuesSchema.optional(),
  /** What other systems call it. */
  externalId: externalNameSchema.optional(),
  metadata: metadataSchema.optional(),
  extensions: metadataSchema.optional(),
});
export type VehicleInput = z.infer<typeof vehicleSchema>;
