import "server-only";
import { z } from "zod";
import { findDrivenRoute } from "@/db/queries/fleet/driver-pages";
import { findDrivers } from "@/db/queries/fleet/find-fleet";
import { updateDrivers } from "@/db/queries/fleet/save-fleet";
import { DRIVER_AVAILABILITIES } from "@/server/domain/driver/driver-availability";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/** Notes what a driver says of himself, beside any plan; answers with the route he is out on. Refuses one who drives no more. */
export const setDriverAvailability = command({
  permission: "fleet.write",
  input: z.object({ id: z.uuid(), availability: z.enum(DRIVER_AVAILABILITIES) }),
  run: async ({ tx, actor, now }, { id, availability }) => {
    const { organizationId } = actor;
    const existing = found((await findDrivers(tx, organizationId, [id]))[0], "driver");
    if (existing.status !== "active") {
      throw new ServiceError("refused", "This driver is not active.", {
        reason: "driver-inactive",
        driver: existing.name,
      });
    }
    const routeId = await findDrivenRoute(tx, organizationId, id);
    if (existing.availability === availability) return unchanged({ routeId });
    await updateDrivers(tx, organizationId, [{ id, availability, availabilityAt: now }]);
    const [before, after] = [{ availability: existing.availability }, { availability }];
    return changed({ routeId }, [{ type: "driver.changed", entity: "driver", entityId: id, before, after }]);
  },
});
