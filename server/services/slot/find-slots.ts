import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import { countTakenSlots, loadSlotOffers } from "@/db/queries/slot/slot-book";
import { openSlots } from "@/server/domain/slot/slot-availability";
import { availabilityRequestSchema } from "@/server/domain/slot/slot-schema";
import { addLocalDays } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** The slots of a project that an address can still book, by day and time. */
export const findSlots = query({
  permission: "order.read",
  input: z.object({ projectId: z.uuid(), request: availabilityRequestSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { projectId, request }) => {
    const { timeZone } = found(await findProject(tx, organizationId, projectId), "project");
    const offered = await loadSlotOffers(tx, organizationId, projectId);
    const days = { from: request.fromDate, to: addLocalDays(request.fromDate, request.days - 1) };
    const taken = await countTakenSlots(tx, organizationId, projectId, days, now);
    return openSlots({ ...offered, timeZone, taken }, request, now.getTime());
  },
});
