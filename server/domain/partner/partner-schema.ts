import { z } from "zod";
import { metadataSchema } from "@/server/domain/order/delivery-schema";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";

/** How a partner delivers: as a carrier, through a crowd of couriers, or as a fleet of our own. */
export const PARTNER_TYPES = ["3pl", "crowd", "ownfleet"] as const;
export type PartnerType = (typeof PARTNER_TYPES)[number];

export const PARTNER_CAPABILITIES = ["ondemand", "scheduled", "returns", "cold_chain"] as const;
export type PartnerCapability = (typeof PARTNER_CAPABILITIES)[number];

/** A partner is never deleted, only no longer used. `draft`: not in use yet; `archived`: not shown any more either. */
export const PARTNER_STATUSES = ["draft", "active", "disabled", "archived"] as const;
export type PartnerStatus = (typeof PARTNER_STATUSES)[number];

/** What a partner has promised; what is left out, it has not. */
export const partnerSlaSchema = z.object({
  /** Per cent of what it takes that comes in time. */
  onTimePercent: z.number().min(0).max(100).optional(),
  /** From the handover to the last door. */
  deliveryMinutes: z.int().min(1).max(20_160).optional(),
  /** Of the wall's clock: later it takes nothing more for the same day. */
  cutoffSeconds: z.int().min(0).max(86_399).optional(),
});
export type PartnerSla = z.output<typeof partnerSlaSchema>;

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** A partner as it is kept. */
export const partnerSchema = z.object({
  name: z.string().trim().min(1).max(120),
  type: z.enum(PARTNER_TYPES),
  capabilities: z.array(z.enum(PARTNER_CAPABILITIES)).transform(unique).default([]),
  /** What it drives; none: anything. */
  vehicleProfiles: z.array(z.enum(TRAVEL_PROFILES)).transform(unique).default([]),
  /** Areas it serves, as `servesPlace` reads them; none: all. */
  areas: z.array(z.string().trim().min(1).max(100)).max(500).transform(unique).default([]),
  sla: partnerSlaSchema.default({}),
  contact: metadataSchema.default({}),
  metadata: metadataSchema.default({}),
  status: z.enum(PARTNER_STATUSES).default("active"),
});
export type PartnerInput = z.output<typeof partnerSchema>;

const { name, type, capabilities, vehicleProfiles, areas, contact, status } = partnerSchema.shape;
const promise = partnerSlaSchema.shape;

/** Some of a partner; what is left out stays, `null` among its promises takes one back. */
export const partnerChangesSchema = z
  .object({
    name,
    type,
    capabilities: capabilities.unwrap(),
    vehicleProfiles: vehicleProfiles.unwrap(),
    areas: areas.unwrap(),
    contact: contact.unwrap(),
    status: status.unwrap(),
    sla: z
      .object({
        onTimePercent: promise.onTimePercent.nullable(),
        deliveryMinutes: promise.deliveryMinutes.nullable(),
        cutoffSeconds: promise.cutoffSeconds.nullable(),
      })
      .partial(),
  })
  .partial();
export type PartnerChanges = z.output<typeof partnerChangesSchema>;
