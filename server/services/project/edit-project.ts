import "server-only";
import { z } from "zod";
import { findDepot } from "@/db/queries/depot/find-depots";
import { findProject } from "@/db/queries/project/find-project";
import { updateProject } from "@/db/queries/project/save-project";
import { sameJson } from "@/server/domain/order/merge-draft";
import { projectSchema } from "@/server/domain/project/project-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Changes a project's settings. Plans already made keep the zone they were made in. */
export const editProject = command({
  permission: "settings.write",
  input: z.object({ id: z.uuid(), project: projectSchema, defaultDepotId: z.uuid().nullable().optional() }),
  run: async ({ tx, actor, now }, { id, project, defaultDepotId }) => {
    const before = found(await findProject(tx, actor.organizationId, id), "project");
    if (defaultDepotId) found(await findDepot(tx, actor.organizationId, defaultDepotId), "depot");
    const next = { ...project, defaultDepotId: defaultDepotId === undefined ? before.defaultDepotId : defaultDepotId };
    const old = Object.fromEntries(Object.keys(next).map((key) => [key, before[key as keyof typeof next]]));
    if (sameJson(old, next)) return unchanged({ id });
    await updateProject(tx, actor.organizationId, id, { ...next, version: before.version + 1, updatedAt: now });
    return changed({ id }, [{ type: "project.changed", entity: "project", entityId: id, before: old, after: next }]);
  },
});
