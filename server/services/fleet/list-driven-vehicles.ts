import "server-only";
import { z } from "zod";
import { countDrivenVehicles, listDrivenVehicles as selectPage } from "@/db/queries/fleet/driven-vehicles";
import { findProject } from "@/db/queries/project/find-project";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

export type { DrivenVehicle } from "@/db/queries/fleet/driven-vehicles";

/** A page of drivers with what they usually drive, by name, and how many there are. */
export const listDrivenVehicles = query({
  permission: "fleet.read",
  input: z.object({
    projectId: z.uuid().optional(),
    isActive: z.boolean().optional(),
    offset: z.int().min(0).max(1_000_000).default(0),
    limit: z.int().min(1).max(500).default(20),
  }),
  run: async ({ tx, actor }, { offset, limit, ...wanted }) => {
    const { organizationId } = actor;
    if (wanted.projectId !== undefined) found(await findProject(tx, organizationId, wanted.projectId), "project");
    const total = await countDrivenVehicles(tx, organizationId, wanted);
    return { total, rows: await selectPage(tx, organizationId, wanted, { offset, limit }) };
  },
});

/** These drivers with what they usually drive, in the order asked; refuses those that are not there. */
export const readDrivenVehicles = query({
  permission: "fleet.read",
  input: z.object({ driverIds: z.array(z.uuid()).max(500) }),
  run: async ({ tx, actor }, { driverIds }) => {
    const page = { offset: 0, limit: driverIds.length };
    const rows = await selectPage(tx, actor.organizationId, { driverIds }, page);
    const known = new Map(rows.map((row) => [row.driver.id, row]));
    return driverIds.map((id) => found(known.get(id), "vehicle"));
  },
});
