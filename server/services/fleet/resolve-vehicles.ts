import "server-only";
import { z } from "zod";
import { findVehiclesByName } from "@/db/queries/fleet/find-by-name";
import { query } from "../kernel/query";

/** What a name stands for among a project's vehicles. */
export type VehicleMatch = { readonly kind: "one"; readonly vehicleId: string } | { readonly kind: "none" | "many" };

/** The vehicles that other systems' names, or plates, stand for, in the order asked. */
export const resolveVehicles = query({
  permission: "plan.read",
  input: z.object({
    projectId: z.uuid(),
    names: z.array(z.object({ externalId: z.string().optional(), registration: z.string().optional() })).max(1000),
  }),
  run: async ({ tx, actor }, { projectId, names }): Promise<readonly VehicleMatch[]> => {
    const vehicles = await findVehiclesByName(tx, actor.organizationId, projectId, {
      externalIds: names.flatMap(({ externalId }) => externalId || []),
      registrations: names.flatMap(({ registration }) => registration || []),
    });
    return names.map(({ externalId, registration }) => {
      if (!externalId && !registration) return { kind: "none" };
      const [vehicle, ...others] = vehicles.filter(
        (each) =>
          (!externalId || each.externalId === externalId) && (!registration || each.registration === registration),
      );
      if (!vehicle) return { kind: "none" };
      return others.length > 0 ? { kind: "many" } : { kind: "one", vehicleId: vehicle.id };
    });
  },
});
