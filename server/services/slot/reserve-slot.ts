import "server-only";
import { z } from "zod";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import { positionSchema } from "@/server/domain/order/delivery-schema";
import { DEFAULT_HOLD_SECONDS, reserveSlot as decideReservation } from "@/server/domain/slot/slot-reservation";
import { slotKeySchema } from "@/server/domain/slot/slot-schema";
import { command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { refuseUnbookable } from "./book-slot";
import { lockSlot, reservationOf, saveDecision } from "./locked-slot";

/**
 * Keeps a place in a slot for a quarter of an hour. `reservationId` is the asker's own: asked again, the answer is the
 * same. Refused where the slot is full, is not offered at the address, or cannot be booked at this time.
 */
export const reserveSlot = command({
  permission: "order.write",
  input: z.object({
    reservationId: z.uuid(),
    // As text: an input is read by its transport and again by the service, and must be the same to both.
    slot: z.string().refine((key) => slotKeySchema.safeParse(key).success, { message: "must name an offered slot" }),
    postcode: z.string().trim().max(20).default(""),
    position: positionSchema.optional(),
    deliveryId: z.uuid().optional(),
  }),
  run: async (scope, { reservationId, slot: key, postcode, position, deliveryId }) => {
    const {
      tx,
      actor: { organizationId },
    } = scope;
    const slot = slotKeySchema.parse(key);
    if (deliveryId) found((await loadDeliveries(tx, organizationId, [deliveryId]))[0], "delivery");
    const locked = await lockSlot(scope, slot, reservationId);
    const { slotNow, room, known } = locked;
    if (!known) await refuseUnbookable(scope, locked, slot.date, { postcode, position });
    const before = known && reservationOf(known);
    const decision = decideReservation(reservationId, before, room, slotNow.getTime(), DEFAULT_HOLD_SECONDS);
    return saveDecision(scope, slot, known?.deliveryId ?? deliveryId ?? null, decision, "slot.reserved");
  },
});
