import { z } from "zod";
import { metadataSchema } from "@/server/domain/order/delivery-schema";
import { ownValuesSchema, pageQuerySchema } from "./common";
import { VEHICLE_TYPES } from "./partner";

const capacitySchema = z
  .object({
    weight: z.number().min(0).max(1_000_000_000).optional().describe("Grams; absent: no limit."),
    volume: z.number().min(0).max(1_000_000).optional().describe("Litres; absent: no limit."),
  })
  .meta({ id: "Capacity" });

const fields = {
  partner_id: z.string().max(100).nullish(),
  capacity: capacitySchema.optional(),
  dimensions: metadataSchema.optional(),
  registration: z.string().trim().max(40).optional(),
  label: z.string().trim().min(1).max(120).optional(),
  metadata: metadataSchema.optional(),
  custom_fields: ownValuesSchema.optional(),
};

export const vehicleRequestSchema = z
  .object({
    vehicle_id: z.string().trim().min(1).max(100).optional().describe("The client's own name; kept if nobody has it."),
    type: z.enum(VEHICLE_TYPES),
    ...fields,
  })
  .meta({ id: "VehicleRequest" });

export const vehiclePatchSchema = z
  .object({
    type: z.enum(VEHICLE_TYPES).optional(),
    ...fields,
    version: z.int().min(1).optional().describe("As If-Match."),
  })
  .meta({ id: "VehiclePatch" });
export type VehiclePatch = z.output<typeof vehiclePatchSchema>;

export const vehicleQuerySchema = pageQuerySchema.extend({
  warehouse: z.string().trim().min(1).max(120).optional().describe("The name of the depot its usual driver starts at."),
  available: z.enum(["true", "false"]).optional().describe("In use, and nobody out with it."),
  partner_id: z.string().max(100).optional(),
});

export const vehicleSchema = z
  .object({
    id: z.string(),
    vehicle_id: z.string().describe("The client's own name, where it gave one; either opens it."),
    partner_id: z.string().nullable(),
    type: z.string(),
    label: z.string(),
    capacity: z.object({ weight: z.number().nullable(), volume: z.number().nullable() }).describe("Null: no limit."),
    dimensions: z.record(z.string(), z.unknown()),
    registration: z.string(),
    status: z.enum(["active", "retired"]),
    available: z.boolean(),
    metadata: z.record(z.string(), z.unknown()),
    custom_fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    version: z.int(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: "Vehicle" });
export type VehicleAnswer = z.input<typeof vehicleSchema>;
