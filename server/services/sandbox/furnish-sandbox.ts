import "server-only";
import { findHomeProject } from "@/db/queries/project/find-project";
import { insertProject } from "@/db/queries/project/save-project";
import { lockSandbox } from "@/db/queries/sandbox/sandboxes";
import { projectSchema } from "@/server/domain/project/project-schema";
import { changed, command, unchanged } from "../kernel/command";

/** Gives a sandbox its one project, if it has none; of two that do at once one does. */
export const furnishSandbox = command({
  permission: "settings.write",
  input: projectSchema,
  run: async ({ tx, actor, now, newId }, project) => {
    const { organizationId } = actor;
    await lockSandbox(tx, organizationId);
    if (await findHomeProject(tx, organizationId)) return unchanged(null);
    const id = newId();
    await insertProject(tx, { organizationId, id, ...project, createdAt: now, updatedAt: now });
    return changed(null, [{ type: "project.created", entity: "project", entityId: id, after: project }]);
  },
});
