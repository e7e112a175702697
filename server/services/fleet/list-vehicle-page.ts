import "server-only";
import { z } from "zod";
import { selectVehiclePage } from "@/db/queries/fleet/vehicle-pages";
import { keyOfPage, pageInput, pageOf } from "../kernel/page-key";
import { query } from "../kernel/query";

/** Vehicles of all projects that meet everything asked, newest first, a page at a time. */
export const listVehiclePage = query({
  permission: "fleet.read",
  input: z.object({
    wanted: z.object({
      depotName: z.string().trim().min(1).max(120).optional(),
      isFree: z.boolean().optional(),
      partnerId: z.uuid().optional(),
    }),
    ...pageInput,
  }),
  run: async ({ tx, actor }, { wanted, cursor, limit }) => {
    const rows = await selectVehiclePage(tx, actor.organizationId, wanted, keyOfPage(cursor), limit + 1);
    return pageOf(rows, limit, ({ vehicle }) => vehicle.id);
  },
});
