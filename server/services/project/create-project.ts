import "server-only";
import { insertProject } from "@/db/queries/project/save-project";
import { projectSchema } from "@/server/domain/project/project-schema";
import { changed, command } from "../kernel/command";

/** Opens a branch or depot group with its own zone and defaults. */
export const createProject = command({
  permission: "settings.write",
  input: projectSchema,
  run: async ({ tx, actor, now, newId }, input) => {
    const id = newId();
    await insertProject(tx, { organizationId: actor.organizationId, id, ...input, createdAt: now, updatedAt: now });
    return changed({ id }, [{ type: "project.created", entity: "project", entityId: id, after: input }]);
  },
});
