import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import { availabilityRequestSchema } from "@/server/domain/slot/slot-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { openSlotsAt } from "./open-slots-at";

/** The slots of a project that an address can still book, by day and time. */
export const findSlots = query({
  permission: "order.read",
  input: z.object({ projectId: z.uuid(), request: availabilityRequestSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { projectId, request }) => {
    const project = found(await findProject(tx, organizationId, projectId), "project");
    return openSlotsAt(tx, organizationId, project, request, now);
  },
});
