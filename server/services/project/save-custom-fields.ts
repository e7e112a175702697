import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import { putCustomFields } from "@/db/queries/project/save-project";
import { customFieldsSchema, FIELD_OWNERS } from "@/server/domain/custom-field/custom-fields";
import { sameJson } from "@/server/domain/order/merge-draft";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";
import { found } from "../kernel/service-error";

const COLUMNS = {
  order: "customFieldDefinitions",
  driver: "driverFieldDefinitions",
  vehicle: "vehicleFieldDefinitions",
} as const;

/**
 * Says which fields of their own a project's orders, drivers or vehicles have (`of`), in place of those of `seenAt`. What
 * is kept stays; a value that no longer fits may stay until somebody writes another.
 */
export const saveCustomFields = command({
  permission: "settings.write",
  input: z.object({
    projectId: z.uuid(),
    of: z.enum(FIELD_OWNERS).default("order"),
    fields: customFieldsSchema,
    seenAt: seenAtSchema,
  }),
  run: async ({ tx, actor: { organizationId }, now }, { projectId, of, fields, seenAt }) => {
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const column = COLUMNS[of];
    const { [column]: before, customFieldsChangedAt: changedAt } = project;
    if (sameJson(before, fields)) return unchanged({ fields, changedAt: changedAt?.toISOString() ?? null });
    const row = { [column]: fields, customFieldsChangedAt: now, updatedAt: now };
    const isSaved = await putCustomFields(tx, { organizationId, id: projectId }, row, seenDate(seenAt));
    if (!isSaved) throw changedMeanwhile();
    return changed({ fields, changedAt: now.toISOString() as string | null }, [
      {
        type: "project.changed",
        entity: "project",
        entityId: projectId,
        before: { [column]: before },
        after: { [column]: fields },
      },
    ]);
  },
});
