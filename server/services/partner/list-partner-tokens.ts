import "server-only";
import { z } from "zod";
import { listApiKeys } from "@/db/queries/api/api-keys";
import { findPartner } from "@/db/queries/partner/partners";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** The tokens a partner's programs come with, newest first, without their secrets. */
export const listPartnerTokens = query({
  permission: "members.manage",
  input: z.object({ partnerId: z.uuid() }),
  run: async ({ tx, actor: { organizationId } }, { partnerId }) => {
    found(await findPartner(tx, organizationId, partnerId), "partner");
    return (await listApiKeys(tx, organizationId)).filter((key) => key.partnerId === partnerId);
  },
});
