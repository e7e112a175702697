import "server-only";
import { z } from "zod";
import { selectPartnerAssignments } from "@/db/queries/partner/handovers";
import { keyOfPage, pageInput, pageOf } from "../kernel/page-key";
import { query } from "../kernel/query";
import { loadDeliveryRecords } from "../order/load-delivery-records";
import { ownPartner } from "./own-partner";

/** What a partner has to do or had, oldest first, with its deliveries; `since`: what has changed from then on. */
export const listAssignments = query({
  permission: "partner.read",
  input: z.object({ partnerId: z.uuid(), since: z.date().optional(), ...pageInput }),
  run: async ({ tx, actor }, { partnerId, since, cursor, limit }) => {
    const { organizationId } = actor;
    await ownPartner(tx, actor, partnerId);
    const wanted = { since, after: keyOfPage(cursor), limit: limit + 1 };
    const rows = await selectPartnerAssignments(tx, organizationId, partnerId, wanted);
    const page = pageOf(rows, limit, ({ id }) => id);
    const ids = [...new Set(page.rows.flatMap(({ deliveryIds }) => deliveryIds))];
    const records = new Map(
      (await loadDeliveryRecords(tx, organizationId, ids)).map((each) => [each.delivery.id, each]),
    );
    const assignments = page.rows.map((row) => ({
      ...row,
      deliveries: row.deliveryIds.flatMap((id) => records.get(id) ?? []),
    }));
    return { assignments, nextCursor: page.nextCursor };
  },
});
