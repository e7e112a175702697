import { z } from "zod";
import { metadataSchema } from "@/server/domain/order/delivery-schema";
import { PARTNER_CAPABILITIES, PARTNER_TYPES } from "@/server/domain/partner/partner-schema";
import { pageQuerySchema } from "./common";

/** Whoever is not in use is disabled, be it that he is not ready yet or not shown any more. */
const STATUSES = ["active", "disabled"] as const;

export const VEHICLE_TYPES = ["bike", "car", "van", "truck"] as const;

export const partnerRequestSchema = z
  .object({
    name: z.string().trim().min(1).max(120),
    type: z.enum(PARTNER_TYPES),
    capabilities: z.array(z.enum(PARTNER_CAPABILITIES)).max(20).default([]),
    vehicle_types: z.array(z.enum(VEHICLE_TYPES)).max(20).default([]).describe("None: any."),
    geographies: z.array(z.string().trim().min(1).max(100)).max(500).default([]).describe("Areas; none: all."),
    contact: metadataSchema.default({}),
    metadata: metadataSchema.default({}),
  })
  .meta({ id: "PartnerRequest" });

export const partnerPatchSchema = z
  .object({
    name: z.string().trim().min(1).max(120).optional(),
    type: z.enum(PARTNER_TYPES).optional(),
    capabilities: z.array(z.enum(PARTNER_CAPABILITIES)).max(20).optional(),
    vehicle_types: z.array(z.enum(VEHICLE_TYPES)).max(20).optional(),
    geographies: z.array(z.string().trim().min(1).max(100)).max(500).optional(),
    contact: metadataSchema.optional(),
    metadata: metadataSchema.optional(),
    status: z.enum(STATUSES).optional(),
    version: z.int().min(1).optional().describe("As If-Match."),
  })
  .meta({ id: "PartnerPatch" });
export type PartnerPatch = z.output<typeof partnerPatchSchema>;

export const partnerQuerySchema = pageQuerySchema.extend({ status: z.enum(STATUSES).optional() });

const capabilities = {
  capabilities: z.array(z.string()),
  vehicle_types: z.array(z.string()).describe("None: any."),
  geographies: z.array(z.string()).describe("None: all."),
};

export const partnerSchema = z
  .object({
    id: z.string(),
    partner_id: z.string(),
    name: z.string(),
    type: z.enum(PARTNER_TYPES),
    ...capabilities,
    contact: z.record(z.string(), z.unknown()),
    status: z.enum(STATUSES),
    metadata: z.record(z.string(), z.unknown()),
    version: z.int(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: "Partner" });
export type PartnerAnswer = z.input<typeof partnerSchema>;

export const capabilitiesSchema = z
  .object({ partner_id: z.string(), services: z.array(z.string()), ...capabilities })
  .meta({ id: "PartnerCapabilities" });
