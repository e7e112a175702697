import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import { loadSlotOffers } from "@/db/queries/slot/slot-book";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** A project's zones and what is offered in them, each with when it was changed last. */
export const listSlotOffers = query({
  permission: "settings.read",
  input: z.object({ projectId: z.uuid() }),
  run: async ({ tx, actor: { organizationId } }, { projectId }) => {
    found(await findProject(tx, organizationId, projectId), "project");
    return loadSlotOffers(tx, organizationId, projectId);
  },
});
