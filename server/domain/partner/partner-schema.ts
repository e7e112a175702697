/** How a partner delivers: as a carrier, through a crowd of couriers, or as a fleet of our own. */
export const PARTNER_TYPES = ["3pl", "crowd", "ownfleet"] as const;
export type PartnerType = (typeof PARTNER_TYPES)[number];

export const PARTNER_CAPABILITIES = ["ondemand", "scheduled", "returns", "cold_chain"] as const;
export type PartnerCapability = (typeof PARTNER_CAPABILITIES)[number];

/** A partner is never deleted, only no longer used. */
export const PARTNER_STATUSES = ["active", "disabled"] as const;
export type PartnerStatus = (typeof PARTNER_STATUSES)[number];
