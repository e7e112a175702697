import { z } from "zod";
import { metadataSchema } from "@/server/domain/order/delivery-schema";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";

/** How a partner delivers: as a carrier, through a crowd of couriers, or as a fleet of our own. */
export const PARTNER_TYPES = ["3pl", "crowd", "ownfleet"] as const;
export type PartnerType = (typeof PARTNER_TYPES)[number];

export const PARTNER_CAPABILITIES = ["ondemand", "scheduled", "returns", "cold_chain"] as const;
export type PartnerCapability = (typeof PARTNER_CAPABILITIES)[number];

/** A partner is never deleted, only no longer used. */
export const PARTNER_STATUSES = ["active", "disabled"] as const;
export type PartnerStatus = (typeof PARTNER_STATUSES)[number];

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** A partner as it is kept. */
export const partnerSchema = z.object({
  name: z.string().trim().min(1).max(120),
  type: z.enum(PARTNER_TYPES),
  capabilities: z.array(z.enum(PARTNER_CAPABILITIES)).transform(unique).default([]),
  /** What it drives; none: anything. */
  vehicleProfiles: z.array(z.enum(TRAVEL_PROFILES)).transform(unique).default([]),
  /** Areas it serves, by name; none: all. */
  areas: z.array(z.string().trim().min(1).max(100)).max(500).transform(unique).default([]),
  contact: metadataSchema.default({}),
  metadata: metadataSchema.default({}),
  status: z.enum(PARTNER_STATUSES).default("active"),
});
export type PartnerInput = z.output<typeof partnerSchema>;
