import "server-only";
import { z } from "zod";
import { findDrivers } from "@/db/queries/fleet/find-fleet";
import { updateDrivers } from "@/db/queries/fleet/save-fleet";
import { listComingDays, updateDriverDay } from "@/db/queries/plan/driver-days";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { touchRoutes } from "@/db/queries/plan/load-routes";
import { findProject } from "@/db/queries/project/find-project";
import { ownPlaceSchema } from "@/server/domain/driver/driver-day-terms";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { depotAt } from "../depot/depot-at";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Where a driver starts and ends from now on: on days that nobody has planned yet, and on those of his still to come. */
export const setUsualPlaces = command({
  permission: "fleet.write",
  input: z.object({ driverId: z.uuid(), start: ownPlaceSchema.optional(), end: ownPlaceSchema.optional() }),
  run: async (scope, { driverId, start, end }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const { projectId } = found((await findDrivers(tx, organizationId, [driverId]))[0], "driver");
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const coming = await listComingDays(tx, organizationId, driverId, localDateAt(now, project.timeZone));
    for (const { planId } of coming) if (planId) await lockPlan(tx, organizationId, planId);
    const [driver] = await findDrivers(tx, organizationId, [driverId]);
    const made = [];
    const startsAt = start && (await depotAt(scope, projectId, start));
    const endsAt = end && (await depotAt(scope, projectId, end));
    for (const each of [startsAt, endsAt]) made.push(...(each?.events ?? []));
    const before = { depotId: driver!.depotId, endDepotId: driver!.endDepotId };
    const after = { depotId: startsAt?.depotId ?? before.depotId, endDepotId: endsAt?.depotId ?? before.endDepotId };
    for (const { day, routeId, planId } of coming) {
      const startDepotId = startsAt?.depotId ?? day.startDepotId;
      const asBefore = day.endDepotId === day.startDepotId ? startDepotId : day.endDepotId;
      const endDepotId = endsAt?.depotId ?? asBefore;
      if (startDepotId === day.startDepotId && endDepotId === day.endDepotId) continue;
      const at = startDepotId === null ? {} : { startLat: null, startLng: null };
      await updateDriverDay(tx, { ...day, startDepotId, endDepotId, ...at, version: day.version + 1, updatedAt: now });
      if (!routeId || !planId) continue;
      await touchRoutes(tx, organizationId, [routeId], now);
      await scope.enqueue("measure-routes", { planId });
    }
    if (after.depotId === before.depotId && after.endDepotId === before.endDepotId && made.length === 0) {
      return unchanged({ driverId });
    }
    await updateDrivers(tx, organizationId, [{ id: driverId, ...after, version: driver!.version + 1, updatedAt: now }]);
    return changed({ driverId }, [
      ...made,
      { type: "driver.changed", entity: "driver", entityId: driverId, before, after },
    ]);
  },
});
