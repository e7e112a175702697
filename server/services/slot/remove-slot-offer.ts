import "server-only";
import { z } from "zod";
import { findSlotOffer } from "@/db/queries/slot/slot-book";
import { countPlaces, deleteSlotOffer, lockOffers } from "@/db/queries/slot/slot-settings";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/** Takes an offer away in which nobody has or had a place; any other is closed by a capacity of 0. */
export const removeSlotOffer = command({
  permission: "settings.write",
  input: z.object({ offerId: z.uuid() }),
  run: async ({ tx, actor: { organizationId }, now }, { offerId }) => {
    const { offer, projectId } = found(await findSlotOffer(tx, organizationId, offerId), "slot");
    const locked = await lockOffers(tx, organizationId, { zoneId: offer.zoneId, offerId });
    if ((await countPlaces(tx, organizationId, locked, now)) > 0) throw placesTaken();
    await deleteSlotOffer(tx, organizationId, offerId);
    const { organizationId: _organization, createdAt: _made, updatedAt: _changed, ...before } = offer;
    return changed({ offerId }, [
      { type: "project.changed", entity: "project", entityId: projectId, before: { slotOffer: before } },
    ]);
  },
});

/** The refusal of taking away what somebody has a place in. */
export function placesTaken(): ServiceError {
  return new ServiceError("refused", "Somebody has a place in it.", { reason: "slot-reserved" });
}
