import "server-only";
import { cancelSlot } from "@/server/services/slot/cancel-slot";
import { confirmSlot } from "@/server/services/slot/confirm-slot";
import { findSlots } from "@/server/services/slot/find-slots";
import { getSlotLoad } from "@/server/services/slot/get-slot-load";
import { listReservations } from "@/server/services/slot/list-reservations";
import { listSlotOffers } from "@/server/services/slot/list-slot-offers";
import { removeSlotOffer } from "@/server/services/slot/remove-slot-offer";
import { removeSlotZone } from "@/server/services/slot/remove-slot-zone";
import { reserveSlot } from "@/server/services/slot/reserve-slot";
import { saveSlotOffer } from "@/server/services/slot/save-slot-offer";
import { saveSlotZone } from "@/server/services/slot/save-slot-zone";
import { commandProcedure, queryProcedure, router } from "../init";

export const slotRouter = router({
  offers: queryProcedure(listSlotOffers),
  saveZone: commandProcedure(saveSlotZone),
  removeZone: commandProcedure(removeSlotZone),
  saveOffer: commandProcedure(saveSlotOffer),
  removeOffer: commandProcedure(removeSlotOffer),
  load: queryProcedure(getSlotLoad),
  reservations: queryProcedure(listReservations),
  find: queryProcedure(findSlots),
  reserve: commandProcedure(reserveSlot),
  confirm: commandProcedure(confirmSlot),
  cancel: commandProcedure(cancelSlot),
});
