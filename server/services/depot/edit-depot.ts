import "server-only";
import { z } from "zod";
import { lockDepot } from "@/db/queries/depot/find-depots";
import { findProject } from "@/db/queries/project/find-project";
import { depotSchema } from "@/server/domain/depot/depot-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { changeDepot } from "./put-depot";

/** Changes a depot. A new address without a position is geocoded; the same address keeps the position it has. */
export const editDepot = command({
  permission: "fleet.write",
  input: z.object({ id: z.uuid(), depot: depotSchema }),
  run: async (scope, { id, depot }) => {
    const { tx, actor } = scope;
    const existing = found(await lockDepot(tx, actor.organizationId, id), "depot");
    const project = found(await findProject(tx, actor.organizationId, existing.projectId), "project");
    const event = await changeDepot(scope, project, existing, depot);
    return event ? changed({ id }, [event]) : unchanged({ id });
  },
});
