import "server-only";
import { z } from "zod";
import { countPlaces, deleteSlotZone, findSlotZone, lockOffers } from "@/db/queries/slot/slot-settings";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { placesTaken } from "./remove-slot-offer";

/** Takes a zone away with all that is offered in it, as long as nobody has or had a place there. */
export const removeSlotZone = command({
  permission: "settings.write",
  input: z.object({ zoneId: z.uuid() }),
  run: async ({ tx, actor: { organizationId }, now }, { zoneId }) => {
    const { name, area, projectId } = found(await findSlotZone(tx, organizationId, zoneId), "zone");
    const offers = await lockOffers(tx, organizationId, { zoneId });
    if (offers.length > 0 && (await countPlaces(tx, organizationId, offers, now)) > 0) throw placesTaken();
    await deleteSlotZone(tx, organizationId, zoneId);
    return changed({ zoneId }, [
      {
        type: "project.changed",
        entity: "project",
        entityId: projectId,
        before: { slotZone: { id: zoneId, name, area } },
      },
    ]);
  },
});
