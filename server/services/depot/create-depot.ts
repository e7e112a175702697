import "server-only";
import { z } from "zod";
import { insertDepot } from "@/db/queries/depot/save-depot";
import { findProject } from "@/db/queries/project/find-project";
import { depotSchema } from "@/server/domain/depot/depot-schema";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { makeLocations } from "../location/make-locations";

/** Adds a depot; without a position its address is geocoded. */
export const createDepot = command({
  permission: "fleet.write",
  input: z.object({ projectId: z.uuid(), depot: depotSchema }),
  run: async (scope, { projectId, depot }) => {
    const { tx, actor, now } = scope;
    const project = found(await findProject(tx, actor.organizationId, projectId), "project");
    const address = { ...depot.address, country: depot.address.country || project.defaultCountry };
    const [locationId] = await makeLocations(scope, [{ address, position: depot.position }]);
    const id = scope.newId();
    await insertDepot(tx, {
      organizationId: actor.organizationId,
      id,
      projectId,
      name: depot.name,
      locationId: locationId!,
      serviceSeconds: depot.serviceSeconds,
      createdAt: now,
      updatedAt: now,
    });
    return changed({ id }, [{ type: "depot.created", entity: "depot", entityId: id, after: { projectId, ...depot } }]);
  },
});
