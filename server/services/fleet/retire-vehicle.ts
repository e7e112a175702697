import "server-only";
import { z } from "zod";
import { findVehicles } from "@/db/queries/fleet/find-fleet";
import { leaveVehicle } from "@/db/queries/fleet/retire-vehicle";
import { updateVehicles } from "@/db/queries/fleet/save-fleet";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Takes a vehicle out of use: whoever usually drives it has none, days that are planned with it keep it. */
export const retireVehicle = command({
  permission: "fleet.write",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, now }, { id }) => {
    const { organizationId } = actor;
    const existing = found((await findVehicles(tx, organizationId, [id]))[0], "vehicle");
    if (existing.status === "retired") return unchanged({ id });
    await updateVehicles(tx, organizationId, [
      { id, status: "retired", version: existing.version + 1, updatedAt: now },
    ]);
    await leaveVehicle(tx, organizationId, id, now);
    const [before, after] = [{ status: existing.status }, { status: "retired" }];
    return changed({ id }, [{ type: "vehicle.changed", entity: "vehicle", entityId: id, before, after }]);
  },
});
