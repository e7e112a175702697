import { z } from "zod";
import { PARTNER_STATUSES, type PartnerInput, type PartnerStatus } from "@/server/domain/partner/partner-schema";
import type { readPartner } from "@/server/services/partner/read-partner";
import { dress } from "../ids";
import type { PartnerAnswer, PartnerPatch } from "../wire/partner";
import { said } from "./door";

/** What a partner has promised, as programs say it. */
const slaSchema = z.object({ sla: z.object({ on_time_pct: z.number().min(0).max(100) }) });

/** The core's statuses by this API's. */
export function toStatuses(status: PartnerAnswer["status"]): PartnerStatus[] {
  return status === "active" ? ["active"] : PARTNER_STATUSES.filter((each) => each !== "active");
}

/** What a request says of a partner, in the core's terms. */
export function toPartner(request: PartnerPatch): Partial<PartnerInput> {
  const { vehicle_types, geographies, version: _, ...same } = request;
  const promised = slaSchema.safeParse(request.metadata).data?.sla;
  return {
    ...same,
    ...(promised && { sla: { onTimePercent: promised.on_time_pct } }),
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
    status: row.status === "active" ? "active" : "disabled",
    metadata: row.metadata,
    version: row.version,
    created_at: said(row.createdAt),
    updated_at: said(row.updatedAt),
  };
}
