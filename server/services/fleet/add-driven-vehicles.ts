import "server-only";
import { z } from "zod";
import { findByClientName, giveClientName } from "@/db/queries/fleet/client-names";
import { insertDrivers, insertVehicles } from "@/db/queries/fleet/save-fleet";
import { findProject } from "@/db/queries/project/find-project";
import { clientNameSchema } from "@/server/domain/client-name";
import {
  type CustomFieldDefinition,
  type CustomFieldValues,
  ownValuesSchema,
} from "@/server/domain/custom-field/custom-fields";
import { driverSchema } from "@/server/domain/driver/driver-schema";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { vehicleSchema } from "@/server/domain/vehicle/vehicle-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { withOwnValues } from "./own-values";

/**
 * Adds drivers, each with a vehicle of his own, all or none; their ids in the order sent. One whose client's name is a
 * driver's already is left as he is. Values of the project's own fields are judged as they are of one alone; those of the
 * crew (`customFields`) are the driver's or the vehicle's, whoever has a field of that name.
 */
export const addDrivenVehicles = command({
  permission: "fleet.write",
  input: z.object({
    projectId: z.uuid(),
    crews: z
      .array(
        z.object({
          driver: driverSchema,
          vehicle: vehicleSchema,
          clientName: clientNameSchema.optional(),
          customFields: ownValuesSchema.optional(),
        }),
      )
      .min(1)
      .max(500),
  }),
  run: async ({ tx, actor, now, newId }, { projectId, crews }) => {
    const { organizationId } = actor;
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const driverIds: string[] = [];
    const events: DomainEvent[] = [];
    const own = { organizationId, projectId, createdAt: now, updatedAt: now };
    for (const { clientName, customFields, ...crew } of crews) {
      const known = clientName && (await findByClientName(tx, organizationId, "driver", clientName));
      if (known) {
        driverIds.push(known);
        continue;
      }
      const { driverFieldDefinitions: ofDriver, vehicleFieldDefinitions: ofVehicle } = project;
      const dealt = customFields && dealOut(customFields, ofDriver, ofVehicle);
      const driver = withOwnValues(ofDriver, dealt ? { ...crew.driver, customFields: dealt.driver } : crew.driver);
      const vehicle = withOwnValues(ofVehicle, dealt ? { ...crew.vehicle, customFields: dealt.vehicle } : crew.vehicle);
      const [vehicleId, driverId] = [newId(), newId()];
      await insertVehicles(tx, [{ ...own, id: vehicleId, ...vehicle }]);
      await insertDrivers(tx, [{ ...own, id: driverId, ...driver, vehicleId }]);
      const named = { organizationId, id: newId(), entity: "driver", entityId: driverId, now } as const;
      if (clientName) await giveClientName(tx, named, clientName);
      driverIds.push(driverId);
      events.push(
        { type: "vehicle.created", entity: "vehicle", entityId: vehicleId, after: { projectId, ...vehicle } },
        { type: "driver.created", entity: "driver", entityId: driverId, after: { projectId, ...driver, vehicleId } },
      );
    }
    return events.length > 0 ? changed(driverIds, events) : unchanged(driverIds);
  },
});

/** Whose field each value is; a name nobody has stays with the vehicle, which refuses it. */
function dealOut(
  values: CustomFieldValues,
  ofDriver: readonly CustomFieldDefinition[],
  ofVehicle: readonly CustomFieldDefinition[],
): { readonly driver: CustomFieldValues; readonly vehicle: CustomFieldValues } {
  const has = (definitions: readonly CustomFieldDefinition[], name: string) =>
    definitions.some((each) => each.name === name);
  const pick = (isTaken: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => isTaken(name)));
  return {
    driver: pick((name) => has(ofDriver, name)),
    vehicle: pick((name) => has(ofVehicle, name) || !has(ofDriver, name)),
  };
}
