import "server-only";
import { z } from "zod";
import { cancelReservation } from "@/server/domain/slot/slot-reservation";
import { command } from "../kernel/command";
import { lockReservation, reservationOf, saveDecision } from "./locked-slot";

/** Gives a reservation back, confirmed or not; asked again, the answer is the same. */
export const cancelSlot = command({
  permission: "order.write",
  input: z.object({ reservationId: z.uuid() }),
  run: async (scope, { reservationId }) => {
    const { slot, known } = await lockReservation(scope, reservationId);
    return saveDecision(scope, slot, known.deliveryId, cancelReservation(reservationOf(known)), "slot.cancelled");
  },
});
