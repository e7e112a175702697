import "server-only";
import { z } from "zod";
import { type AssignableDelivery, findAssignables, listActiveDrivers } from "@/db/queries/assignment/assignables";
import { findProject } from "@/db/queries/project/find-project";
import { type DriverHours, shiftOn } from "@/server/domain/assignment/assignable-driver";
import { addLocalDays } from "@/server/domain/time/local-date";
import { localDateAt, startOfDay } from "@/server/domain/time/zoned-time";
import { query } from "../kernel/query";
import { found, noSuch } from "../kernel/service-error";

export const MOST_DELIVERIES = 5000;

export const deliveryIdsSchema = z.array(z.uuid()).min(1).max(MOST_DELIVERIES);

export interface ProjectDay {
  /** Where its people are. */
  readonly today: string;
  /** The first day on which anybody still works. */
  readonly nextDay: string;
}

/** Deliveries that are to be assigned, in the order asked for, and their projects' days. Refuses what is not there. */
export const readAssignables = query({
  permission: "plan.read",
  input: z.object({ deliveryIds: deliveryIdsSchema }),
  run: async ({ tx, actor, now }, { deliveryIds }) => {
    const { organizationId } = actor;
    const rows = new Map((await findAssignables(tx, organizationId, deliveryIds)).map((row) => [row.id, row]));
    const deliveries = [...new Set(deliveryIds)].map((id): AssignableDelivery => {
      const row = rows.get(id);
      if (!row) throw noSuch("delivery");
      return row;
    });
    const days = new Map<string, ProjectDay>();
    for (const projectId of new Set(deliveries.map((each) => each.projectId))) {
      const { timeZone } = found(await findProject(tx, organizationId, projectId), "project");
      const today = localDateAt(now, timeZone);
      const nowSeconds = (now.getTime() - startOfDay(today, timeZone).getTime()) / 1000;
      const drivers = await listActiveDrivers(tx, organizationId, projectId);
      const isAnybodyThere = drivers.some(({ driver }) => shiftOn(driver as DriverHours, nowSeconds) !== undefined);
      days.set(projectId, { today, nextDay: isAnybodyThere ? today : addLocalDays(today, 1) });
    }
    return { deliveries, days };
  },
});
