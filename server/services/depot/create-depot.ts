import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import { depotSchema } from "@/server/domain/depot/depot-schema";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { addDepot } from "./put-depot";

/** Adds a depot; without a position its address is geocoded. */
export const createDepot = command({
  permission: "fleet.write",
  input: z.object({ projectId: z.uuid(), depot: depotSchema }),
  run: async (scope, { projectId, depot }) => {
    const { tx, actor } = scope;
    const project = found(await findProject(tx, actor.organizationId, projectId), "project");
    const { id, event } = await addDepot(scope, project, depot);
    return changed({ id }, [event]);
  },
});
