import "server-only";
import { z } from "zod";
import { selectExchangePage } from "@/db/queries/partner/exchanges";
import { findPartner } from "@/db/queries/partner/partners";
import { EXCHANGE_KINDS } from "@/server/domain/partner/exchange-kind";
import { keyOfPage, pageInput, pageOf } from "../kernel/page-key";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** What was said to a partner and by it, newest first; the words themselves are read one by one (`readExchange`). */
export const listExchanges = query({
  permission: "audit.read",
  input: z.object({
    partnerId: z.uuid(),
    kind: z.enum(EXCHANGE_KINDS).optional(),
    isFailedOnly: z.boolean().default(false),
    handoverId: z.uuid().optional(),
    ...pageInput,
  }),
  run: async ({ tx, actor: { organizationId } }, { partnerId, kind, isFailedOnly, handoverId, cursor, limit }) => {
    found(await findPartner(tx, organizationId, partnerId), "partner");
    const wanted = { kind, isFailedOnly, handoverId, beforeId: keyOfPage(cursor), limit: limit + 1 };
    return pageOf(await selectExchangePage(tx, organizationId, partnerId, wanted), limit, ({ id }) => id);
  },
});
