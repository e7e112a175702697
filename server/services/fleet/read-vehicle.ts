import "server-only";
import { z } from "zod";
import { findByClientName } from "@/db/queries/fleet/client-names";
import { findKnownVehicle } from "@/db/queries/fleet/vehicle-pages";
import { clientNameSchema } from "@/server/domain/client-name";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** One vehicle by its id or its client's own name for it, retired or not. */
export const readVehicle = query({
  permission: "fleet.read",
  input: z.union([z.object({ id: z.uuid() }), z.object({ clientName: clientNameSchema })]),
  run: async ({ tx, actor }, asked) => {
    const { organizationId } = actor;
    const id = "id" in asked ? asked.id : await findByClientName(tx, organizationId, "vehicle", asked.clientName);
    return found(id === undefined ? undefined : await findKnownVehicle(tx, organizationId, id), "vehicle");
  },
});
