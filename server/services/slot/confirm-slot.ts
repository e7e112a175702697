import "server-only";
import { z } from "zod";
import { confirmReservation } from "@/server/domain/slot/slot-reservation";
import { command } from "../kernel/command";
import { lockReservation, reservationOf, saveDecision } from "./locked-slot";

/** Makes a reservation last; asked again, the answer is the same. Refused once its time is over and the slot is full. */
export const confirmSlot = command({
  permission: "order.write",
  input: z.object({ reservationId: z.uuid() }),
  run: async (scope, { reservationId }) => {
    const { slot, slotNow, room, known } = await lockReservation(scope, reservationId);
    const decision = confirmReservation(reservationOf(known), room, slotNow.getTime());
    return saveDecision(scope, slot, known.deliveryId, decision, "slot.confirmed");
  },
});
