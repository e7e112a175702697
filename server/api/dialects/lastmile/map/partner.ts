import type { PartnerInput } from "@/server/domain/partner/partner-schema";
import type { readPartner } from "@/server/services/partner/read-partner";
import { dress } from "../ids";
import type { PartnerAnswer, PartnerPatch } from "../wire/partner";
import { said } from "./door";

/** What a request says of a partner, in the core's terms. */
export function toPartner(request: PartnerPatch): Partial<PartnerInput> {
  const { vehicle_types, geographies, version: _, ...same } = request;
  return {
    ...same,
    ...(vehicle_types && { vehicleProfiles: vehicle_types }),
    ...(geographies && { areas: geographies }),
  };
}

/** A partner as this API says it. */
export function fromPartner(row: Awaited<ReturnType<typeof readPartner>>): PartnerAnswer {
  const id = dress("partner", row.id);
  return {
    id,
    partner_id: id,
    name: row.name,
    type: row.type,
    capabilities: row.capabilities,
    vehicle_types: row.vehicleProfiles,
    geographies: row.areas,
    contact: row.contact,
    status: row.status,
    metadata: row.metadata,
    version: row.version,
    created_at: said(row.createdAt),
    updated_at: said(row.updatedAt),
  };
}
