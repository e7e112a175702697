import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import { putCustomFields } from "@/db/queries/project/save-project";
import { customFieldsSchema } from "@/server/domain/order/custom-fields";
import { sameJson } from "@/server/domain/order/merge-draft";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";
import { found } from "../kernel/service-error";

/**
 * Says which fields of their own a project's orders have, in place of those of `seenAt`. Orders keep what they have; a
 * value that no longer fits may stay until somebody writes another.
 */
export const saveCustomFields = command({
  permission: "settings.write",
  input: z.object({ projectId: z.uuid(), fields: customFieldsSchema, seenAt: seenAtSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { projectId, fields, seenAt }) => {
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const { customFieldDefinitions: before, customFieldsChangedAt: changedAt } = project;
    if (sameJson(before, fields)) return unchanged({ fields, changedAt: changedAt?.toISOString() ?? null });
    const row = { customFieldDefinitions: fields, customFieldsChangedAt: now, updatedAt: now };
    const isSaved = await putCustomFields(tx, { organizationId, id: projectId }, row, seenDate(seenAt));
    if (!isSaved) throw changedMeanwhile();
    return changed({ fields, changedAt: now.toISOString() as string | null }, [
      {
        type: "project.changed",
        entity: "project",
        entityId: projectId,
        before: { customFieldDefinitions: before },
        after: { customFieldDefinitions: fields },
      },
    ]);
  },
});
