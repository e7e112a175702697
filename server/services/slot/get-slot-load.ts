import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import { countTakenSlots, loadSlotOffers } from "@/db/queries/slot/slot-book";
import { slotLoads } from "@/server/domain/slot/slot-load";
import { addLocalDays, localDateSchema } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** How much of each of a project's slots is taken, on up to a month of days. */
export const getSlotLoad = query({
  permission: "order.read",
  input: z.object({ projectId: z.uuid(), fromDate: localDateSchema, days: z.int().min(1).max(31).default(7) }),
  run: async ({ tx, actor: { organizationId }, now }, { projectId, fromDate, days }) => {
    found(await findProject(tx, organizationId, projectId), "project");
    const { offers } = await loadSlotOffers(tx, organizationId, projectId);
    const range = { from: fromDate, to: addLocalDays(fromDate, days - 1) };
    const taken = await countTakenSlots(tx, organizationId, projectId, range, now);
    return slotLoads({ offers, taken }, fromDate, days);
  },
});
