import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { findDepot } from "@/db/queries/depot/find-depots";
import { giveClientName } from "@/db/queries/fleet/client-names";
import { findDrivers, findVehicles } from "@/db/queries/fleet/find-fleet";
import { insertDrivers, updateDrivers } from "@/db/queries/fleet/save-fleet";
import { findPartner } from "@/db/queries/partner/partners";
import { findProject } from "@/db/queries/project/find-project";
import { clientNameSchema } from "@/server/domain/client-name";
import { type DriverInput, driverSchema } from "@/server/domain/driver/driver-schema";
import { askForPlacing } from "../consignment/ask-for-placing";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { changedColumns } from "./changed-columns";
import { withOwnValues } from "./own-values";

/**
 * Adds a driver to a project, or changes one (`id`). A new one is known by his client's own name as well (`clientName`);
 * refused where that is another's, and as `stale` when `version` is no longer the driver's.
 */
export const saveDriver = command({
  permission: "fleet.write",
  input: z.object({
    id: z.uuid().optional(),
    version: z.int().positive().optional(),
    projectId: z.uuid(),
    driver: driverSchema,
    clientName: clientNameSchema.optional(),
  }),
  run: async ({ tx, actor, now, newId, enqueue }, { id, version, projectId, driver: said, clientName }) => {
    const { organizationId } = actor;
    const project = found(await findProject(tx, organizationId, projectId), "project");
    await checkPairing(tx, organizationId, projectId, said);
    await askForPlacing({ tx, actor, enqueue }, [said]);
    if (id === undefined) {
      const driver = withOwnValues(project.driverFieldDefinitions, said);
      const made = newId();
      const row = { organizationId, id: made, projectId, ...driver, createdAt: now, updatedAt: now };
      await insertDrivers(tx, [row]);
      const named = { organizationId, id: newId(), entity: "driver", entityId: made, now } as const;
      if (clientName && !(await giveClientName(tx, named, clientName))) {
        throw new ServiceError("conflict", "A driver of this name is already here.", { reason: "exists" });
      }
      return changed({ id: made }, [
        { type: "driver.created", entity: "driver", entityId: made, after: { projectId, ...driver } },
      ]);
    }
    const [locked] = await findDrivers(tx, organizationId, [id]);
    const existing = found(locked?.projectId === projectId ? locked : undefined, "driver");
    if (version !== undefined && version !== existing.version) {
      throw new ServiceError("stale", "Somebody changed this driver in the meantime. Look at it again.", {
        reason: "driver-changed",
      });
    }
    const driver = withOwnValues(project.driverFieldDefinitions, said, existing.customFields);
    const change = changedColumns(existing, driver);
    if (!change) return unchanged({ id });
    await updateDrivers(tx, organizationId, [{ id, ...driver, version: existing.version + 1, updatedAt: now }]);
    return changed({ id }, [{ type: "driver.changed", entity: "driver", entityId: id, ...change }]);
  },
});

async function checkPairing(tx: Tx, organizationId: string, projectId: string, driver: DriverInput): Promise<void> {
  if (driver.partnerId) found(await findPartner(tx, organizationId, driver.partnerId), "partner");
  if (driver.vehicleId) {
    const [vehicle] = await findVehicles(tx, organizationId, [driver.vehicleId]);
    found(vehicle?.projectId === projectId ? vehicle : undefined, "vehicle in this project");
  }
  for (const depotId of [driver.depotId, driver.endDepotId]) {
    if (!depotId) continue;
    const depot = await findDepot(tx, organizationId, depotId);
    found(depot?.projectId === projectId ? depot : undefined, "depot in this project");
  }
}
