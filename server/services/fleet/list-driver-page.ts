import "server-only";
import { z } from "zod";
import { selectDriverPage } from "@/db/queries/fleet/driver-pages";
import { DRIVER_AVAILABILITIES } from "@/server/domain/driver/driver-availability";
import { DRIVER_STATUSES } from "@/server/domain/driver/driver-schema";
import { keyOfPage, pageInput, pageOf } from "../kernel/page-key";
import { query } from "../kernel/query";

/** Drivers of all projects that meet everything asked, newest first, a page at a time. */
export const listDriverPage = query({
  permission: "fleet.read",
  input: z.object({
    wanted: z.object({
      partnerId: z.uuid().optional(),
      standing: z.enum([...DRIVER_AVAILABILITIES, "inactive"]).optional(),
      statuses: z.array(z.enum(DRIVER_STATUSES)).min(1).optional(),
    }),
    ...pageInput,
  }),
  run: async ({ tx, actor }, { wanted, cursor, limit }) => {
    const rows = await selectDriverPage(tx, actor.organizationId, wanted, keyOfPage(cursor), limit + 1);
    return pageOf(rows, limit, ({ driver }) => driver.id);
  },
});
