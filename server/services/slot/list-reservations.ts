import "server-only";
import { z } from "zod";
import { findSlotOffer } from "@/db/queries/slot/slot-book";
import { listReservationsOf } from "@/db/queries/slot/slot-reservations";
import { localDateSchema } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** Who has a place in a slot, first come first. */
export const listReservations = query({
  permission: "order.read",
  input: z.object({ offerId: z.uuid(), date: localDateSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { offerId, date }) => {
    found(await findSlotOffer(tx, organizationId, offerId), "slot");
    return listReservationsOf(tx, organizationId, { offerId, date }, now);
  },
});
