import "server-only";
import type { Tx } from "@/db/client";
import { findPartner, type PartnerRow } from "@/db/queries/partner/partners";
import type { Actor } from "@/server/domain/access/actor";
import type { Permission } from "@/server/domain/access/permissions";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";

/** The partner whose person acts; refuses everybody who is nobody's. */
export function deskPartnerId(actor: Actor): string {
  if (actor.partnerId) return actor.partnerId;
  throw new ServiceError("forbidden", "You work for no partner here.", {
    reason: "permission",
    permission: "partner.own",
  });
}

/** The same partner as it is now; refuses who works for one that is not in use any more. */
export async function deskPartner(tx: Tx, actor: Actor): Promise<PartnerRow> {
  const partner = await findPartner(tx, actor.organizationId, deskPartnerId(actor));
  if (partner?.status === "active") return partner;
  throw new ServiceError("forbidden", "This partner is disabled.", { reason: "permission", permission: "partner.own" });
}

/** For what a partner's person does by way of the desk's services, which check whose it is by themselves. */
export function asPartnerDesk(services: ServiceContext, ...given: readonly Permission[]): ServiceContext {
  return { ...services, actor: { ...services.actor, permissions: new Set([...services.actor.permissions, ...given]) } };
}
