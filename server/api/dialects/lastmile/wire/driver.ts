import { z } from "zod";
import { DRIVER_AVAILABILITIES } from "@/server/domain/driver/driver-availability";
import { metadataSchema } from "@/server/domain/order/delivery-schema";
import { ownValuesSchema, pageQuerySchema, pointSchema } from "./common";

/** As a list filters by it and an answer says it. */
const STANDINGS = [...DRIVER_AVAILABILITIES, "deactivated"] as const;

const fields = {
  partner_id: z.string().max(100).nullish(),
  phone: z.string().trim().max(60).optional(),
  email: z.union([z.literal(""), z.email().max(254)]).optional(),
  vehicle_id: z.string().trim().min(1).max(100).nullish().describe("Ours, or the client's own name for it."),
  skills: z.array(z.string().trim().min(1).max(60)).max(50).optional(),
  documents: z.array(z.string().max(200)).max(100).optional(),
  metadata: metadataSchema.optional(),
  custom_fields: ownValuesSchema.optional(),
};

export const driverRequestSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    external_driver_id: z.string().trim().min(1).max(100).optional(),
    ...fields,
  })
  .meta({ id: "DriverRequest" });

export const driverPatchSchema = z
  .object({
    name: z.string().trim().min(1).max(120).optional(),
    ...fields,
    active: z.boolean().optional(),
    version: z.int().min(1).optional().describe("As If-Match."),
  })
  .meta({ id: "DriverPatch" });
export type DriverPatch = z.output<typeof driverPatchSchema>;

export const driverQuerySchema = pageQuerySchema.extend({
  partner_id: z.string().max(100).optional(),
  status: z.enum(STANDINGS).optional(),
});

export const driverStatusRequestSchema = z
  .object({ status: z.enum(DRIVER_AVAILABILITIES), location: pointSchema.optional() })
  .meta({ id: "DriverStatusRequest" });

export const driverTokenRequestSchema = z
  .object({ ttl_seconds: z.int().min(60).max(900).optional().describe("A quarter of an hour unless said otherwise.") })
  .meta({ id: "DriverTokenRequest" });

export const driverTokenSchema = z
  .object({
    token: z.string(),
    token_type: z.literal("Bearer"),
    expires_in: z.int().describe("Seconds."),
    expires_at: z.string(),
    driver_id: z.string(),
  })
  .meta({ id: "DriverToken" });

export const driverSchema = z
  .object({
    id: z.string(),
    driver_id: z.string(),
    external_driver_id: z.string().nullable(),
    partner_id: z.string().nullable(),
    name: z.string(),
    phone: z.string(),
    email: z.string(),
    vehicle_id: z.string().nullable(),
    skills: z.array(z.string()),
    documents: z.array(z.string()),
    status: z.enum(STANDINGS),
    status_at: z.string().nullable(),
    active: z.boolean(),
    metadata: z.record(z.string(), z.unknown()),
    custom_fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    version: z.int(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: "Driver" });
export type DriverAnswer = z.input<typeof driverSchema>;
