import "server-only";
import type { Tx } from "@/db/client";
import { findPartner, type PartnerRow } from "@/db/queries/partner/partners";
import type { Actor } from "@/server/domain/access/actor";
import { found, ServiceError } from "../kernel/service-error";

/** Refuses a partner's token what is another partner's, whether there is such a one or not. */
export function refuseOtherPartner(actor: Actor, partnerId: string | undefined): void {
  if (actor.partnerId === undefined || actor.partnerId === partnerId) return;
  throw new ServiceError("forbidden", "This token is of another partner.", {
    reason: "permission",
    permission: "partner.read",
  });
}

/** The partner an actor acts for: a partner's token for its own, while that is in use; everybody else for any. */
export async function ownPartner(tx: Tx, actor: Actor, partnerId: string): Promise<PartnerRow> {
  refuseOtherPartner(actor, partnerId);
  const partner = found(await findPartner(tx, actor.organizationId, partnerId), "partner");
  if (actor.partnerId !== undefined && partner.status === "disabled") {
    throw new ServiceError("forbidden", "This partner is disabled.", {
      reason: "permission",
      permission: "partner.act",
    });
  }
  return partner;
}
