import "server-only";
import { z } from "zod";
import { selectPartnerWork } from "@/db/queries/partner/partner-work";
import { findPartner } from "@/db/queries/partner/partners";
import { WORK_STATES } from "@/server/domain/partner/work-state";
import { keyOfPage, pageInput, pageOf } from "../kernel/page-key";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** What a partner was offered, has or had, newest first: deliveries that were handed over, and routes of its own drivers. */
export const listPartnerWork = query({
  permission: "fleet.read",
  input: z.object({ partnerId: z.uuid(), state: z.enum(WORK_STATES).optional(), ...pageInput }),
  run: async ({ tx, actor: { organizationId } }, { partnerId, state, cursor, limit }) => {
    found(await findPartner(tx, organizationId, partnerId), "partner");
    const wanted = { state, beforeId: keyOfPage(cursor), limit: limit + 1 };
    return pageOf(await selectPartnerWork(tx, organizationId, partnerId, wanted), limit, ({ id }) => id);
  },
});
