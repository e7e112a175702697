import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import { findSlotZone, putSlotZone } from "@/db/queries/slot/slot-settings";
import { sameJson } from "@/server/domain/order/merge-draft";
import { slotZoneSchema } from "@/server/domain/slot/slot-schema";
import { changed, command, unchanged } from "../kernel/command";
import { changedMeanwhile, seenAtSchema, seenDate } from "../kernel/seen-at";
import { found, noSuch } from "../kernel/service-error";

/**
 * Draws a zone of a project, a new one without `id`. What is reserved already stays where it is.
 * With `seenAt` it is refused once somebody else has changed it since.
 */
export const saveSlotZone = command({
  permission: "settings.write",
  input: z.object({
    id: z.uuid().optional(),
    projectId: z.uuid(),
    zone: slotZoneSchema,
    seenAt: seenAtSchema.default(null),
  }),
  run: async ({ tx, actor: { organizationId }, now, newId }, { id, projectId, zone, seenAt }) => {
    found(await findProject(tx, organizationId, projectId), "project");
    const before = id ? found(await findSlotZone(tx, organizationId, id), "zone") : null;
    if (before && before.projectId !== projectId) throw noSuch("zone");
    const zoneId = before?.id ?? newId();
    if (before && sameJson({ name: before.name, area: before.area }, zone)) return unchanged({ id: zoneId });
    const row = { organizationId, id: zoneId, projectId, ...zone, createdAt: now, updatedAt: now };
    if (!(await putSlotZone(tx, row, seenDate(seenAt)))) throw changedMeanwhile();
    return changed({ id: zoneId }, [
      {
        type: "project.changed",
        entity: "project",
        entityId: projectId,
        ...(before && { before: { slotZone: { id: zoneId, name: before.name, area: before.area } } }),
        after: { slotZone: { id: zoneId, ...zone } },
      },
    ]);
  },
});
