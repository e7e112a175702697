import "server-only";
import { z } from "zod";
import { findPartner } from "@/db/queries/partner/partners";
import { PARTNER_PERMISSIONS } from "@/server/domain/access/permissions";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found } from "../kernel/service-error";
import { refuseReal } from "./refuse-real";

const lookUpPartner = query({
  permission: "partner.act",
  input: z.object({ partnerId: z.uuid() }),
  run: async ({ tx, actor: { organizationId } }, { partnerId }) => {
    await refuseReal(tx, organizationId, "partner.act");
    found(await findPartner(tx, organizationId, partnerId), "partner");
  },
});

/** The way in of a sandbox's partner, as its token's: it may what that may, and nothing else. */
export async function asPartner(
  context: ServiceContext,
  { partnerId }: { partnerId: string },
): Promise<ServiceContext> {
  await lookUpPartner(context, { partnerId });
  return { ...context, actor: { ...context.actor, partnerId, permissions: new Set(PARTNER_PERMISSIONS) } };
}
