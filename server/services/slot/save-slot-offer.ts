import "server-only";
import { z } from "zod";
import { findSlotOffer } from "@/db/queries/slot/slot-book";
import { findSlotZone, putSlotOffer } from "@/db/queries/slot/slot-settings";
import { sameJson } from "@/server/domain/order/merge-draft";
import { type SlotOffer, slotOfferSchema } from "@/server/domain/slot/slot-schema";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";
import { found, noSuch } from "../kernel/service-error";

/**
 * Offers a window to a zone's customers, a new one without `id`. An offer is closed by a capacity of 0, never deleted once somebody has a place:
 * whoever has reserved keeps his place. It stays in its zone, for its reservations were made by people who live there.
 * With `seenAt` it is refused once somebody else has changed it since.
 */
export const saveSlotOffer = command({
  permission: "settings.write",
  input: z.object({ id: z.uuid().optional(), offer: slotOfferSchema, seenAt: seenAtSchema.default(null) }),
  run: async ({ tx, actor: { organizationId }, now, newId }, { id, offer, seenAt }) => {
    const { projectId } = found(await findSlotZone(tx, organizationId, offer.zoneId), "zone");
    const before = id ? settingsOf(found(await findSlotOffer(tx, organizationId, id), "slot").offer) : null;
    if (before && before.zoneId !== offer.zoneId) throw noSuch("slot");
    const offerId = id ?? newId();
    if (before && sameJson(before, offer)) return unchanged({ id: offerId });
    const row = { organizationId, id: offerId, ...offer, createdAt: now, updatedAt: now };
    if (!(await putSlotOffer(tx, row, seenDate(seenAt)))) throw changedMeanwhile();
    return changed({ id: offerId }, [
      {
        type: "project.changed",
        entity: "project",
        entityId: projectId,
        ...(before && { before: { slotOffer: { id: offerId, ...before } } }),
        after: { slotOffer: { id: offerId, ...offer } },
      },
    ]);
  },
});

function settingsOf(offer: SlotOffer): Omit<SlotOffer, "id"> {
  const { zoneId, serviceLevel, weekdays, fromSeconds, toSeconds, capacity, cutoffSeconds, cutoffDaysBefore } = offer;
  const { daysAhead } = offer;
  return {
    zoneId,
    serviceLevel,
    weekdays,
    fromSeconds,
    toSeconds,
    capacity,
    cutoffSeconds,
    cutoffDaysBefore,
    daysAhead,
  };
}
