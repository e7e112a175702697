import "server-only";
import { z } from "zod";
import { giveClientName } from "@/db/queries/fleet/client-names";
import { findVehicles } from "@/db/queries/fleet/find-fleet";
import { insertVehicles, updateVehicles } from "@/db/queries/fleet/save-fleet";
import { findPartner } from "@/db/queries/partner/partners";
import { findProject } from "@/db/queries/project/find-project";
import { clientNameSchema } from "@/server/domain/client-name";
import { vehicleSchema } from "@/server/domain/vehicle/vehicle-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { changedColumns } from "./changed-columns";
import { withOwnValues } from "./own-values";

/**
 * Adds a vehicle to a project, or changes one (`id`). A new one is known by its client's own name as well (`clientName`),
 * unless that is another's. Refused as `stale` when `version` is no longer the vehicle's.
 */
export const saveVehicle = command({
  permission: "fleet.write",
  input: z.object({
    id: z.uuid().optional(),
    version: z.int().positive().optional(),
    projectId: z.uuid(),
    vehicle: vehicleSchema,
    clientName: clientNameSchema.optional(),
  }),
  run: async ({ tx, actor, now, newId }, { id, version, projectId, vehicle: said, clientName }) => {
    const { organizationId } = actor;
    const project = found(await findProject(tx, organizationId, projectId), "project");
    if (said.partnerId) found(await findPartner(tx, organizationId, said.partnerId), "partner");
    if (id === undefined) {
      const vehicle = withOwnValues(project.vehicleFieldDefinitions, said);
      const made = newId();
      const row = { organizationId, id: made, projectId, ...vehicle, createdAt: now, updatedAt: now };
      await insertVehicles(tx, [row]);
      if (clientName)
        await giveClientName(tx, { organizationId, id: newId(), entity: "vehicle", entityId: made, now }, clientName);
      return changed({ id: made }, [
        { type: "vehicle.created", entity: "vehicle", entityId: made, after: { projectId, ...vehicle } },
      ]);
    }
    const [locked] = await findVehicles(tx, organizationId, [id]);
    const existing = found(locked?.projectId === projectId ? locked : undefined, "vehicle");
    if (version !== undefined && version !== existing.version) {
      throw new ServiceError("stale", "Somebody changed this vehicle in the meantime. Look at it again.", {
        reason: "vehicle-changed",
      });
    }
    const vehicle = withOwnValues(project.vehicleFieldDefinitions, said, existing.customFields);
    const change = changedColumns(existing, vehicle);
    if (!change) return unchanged({ id });
    await updateVehicles(tx, organizationId, [{ id, ...vehicle, version: existing.version + 1, updatedAt: now }]);
    return changed({ id }, [{ type: "vehicle.changed", entity: "vehicle", entityId: id, ...change }]);
  },
});
