import "server-only";
import { z } from "zod";
import { findDepot } from "@/db/queries/depot/find-depots";
import { updateDepot } from "@/db/queries/depot/save-depot";
import { removeUnusedLocations } from "@/db/queries/order/delete-deliveries";
import { findProject } from "@/db/queries/project/find-project";
import { depotSchema } from "@/server/domain/depot/depot-schema";
import { sameJson } from "@/server/domain/order/merge-draft";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { makeLocations } from "../location/make-locations";

/** Changes a depot. A new address without a position is geocoded; the same address keeps the position it has. */
export const editDepot = command({
  permission: "fleet.write",
  input: z.object({ id: z.uuid(), depot: depotSchema }),
  run: async (scope, { id, depot }) => {
    const { tx, actor, now } = scope;
    const existing = found(await findDepot(tx, actor.organizationId, id), "depot");
    const project = found(await findProject(tx, actor.organizationId, existing.projectId), "project");
    const { street, postcode, city, country, lat, lng, name, serviceSeconds } = existing;
    const address = { ...depot.address, country: depot.address.country || project.defaultCountry };
    const isSameAddress = sameJson(address, { street, postcode, city, country });
    const isSamePosition = depot.position ? sameJson(depot.position, { lat, lng }) : isSameAddress;
    if (isSameAddress && isSamePosition && depot.name === name && depot.serviceSeconds === serviceSeconds) {
      return unchanged({ id });
    }
    const isMoved = !isSameAddress || !isSamePosition;
    const [newLocationId] = isMoved ? await makeLocations(scope, [{ address, position: depot.position }]) : [];
    await updateDepot(tx, actor.organizationId, id, {
      name: depot.name,
      serviceSeconds: depot.serviceSeconds,
      version: existing.version + 1,
      updatedAt: now,
      ...(newLocationId && { locationId: newLocationId }),
    });
    if (isMoved) await removeUnusedLocations(tx, actor.organizationId, [existing.locationId]);
    const before = { name, serviceSeconds, address: { street, postcode, city, country }, position: { lat, lng } };
    return changed({ id }, [{ type: "depot.changed", entity: "depot", entityId: id, before, after: depot }]);
  },
});
