import "server-only";
import { z } from "zod";
import { countDepotUses, findDepot } from "@/db/queries/depot/find-depots";
import { deleteDepotRow } from "@/db/queries/depot/save-depot";
import { removeUnusedLocations } from "@/db/queries/order/delete-deliveries";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/** Deletes a depot that no driver, day or project names any more; refused as `in_use` with the counts otherwise. */
export const deleteDepot = command({
  permission: "fleet.write",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => {
    const depot = found(await findDepot(tx, actor.organizationId, id), "depot");
    const uses = await countDepotUses(tx, actor.organizationId, id);
    if (uses.drivers + uses.days + uses.projects > 0) {
      const message = `${depot.name} is still in use by ${uses.drivers} driver(s) and ${uses.days} day(s).`;
      throw new ServiceError("refused", message, { reason: "in_use", name: depot.name, ...uses });
    }
    await deleteDepotRow(tx, actor.organizationId, id);
    await removeUnusedLocations(tx, actor.organizationId, [depot.locationId]);
    return changed({ id }, [{ type: "depot.deleted", entity: "depot", entityId: id, before: depot }]);
  },
});
