import "server-only";
import { z } from "zod";
import { selectPartnerPage } from "@/db/queries/partner/partners";
import { PARTNER_STATUSES } from "@/server/domain/partner/partner-schema";
import { keyOfPage, pageInput, pageOf } from "../kernel/page-key";
import { query } from "../kernel/query";

/** Partners, newest first, a page at a time. */
export const listPartners = query({
  permission: "fleet.read",
  input: z.object({ statuses: z.array(z.enum(PARTNER_STATUSES)).optional(), ...pageInput }),
  run: async ({ tx, actor }, { statuses, cursor, limit }) => {
    const rows = await selectPartnerPage(tx, actor.organizationId, statuses, keyOfPage(cursor), limit + 1);
    return pageOf(rows, limit, ({ id }) => id);
  },
});
