import "server-only";
import { findPlanOfDay, insertPlan, lockPlan } from "@/db/queries/plan/find-plan";
import { lacksLooks } from "@/db/queries/plan/route-looks";
import { findProject } from "@/db/queries/project/find-project";
import { openPlanSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { giveLooks } from "./give-looks";

/** The project's plan of a day, made now when the day has none. Its zone stays what the project's zone is now. */
export const openPlan = command({
  permission: "plan.edit",
  input: openPlanSchema,
  run: async (scope, { projectId, date }) => {
    const { tx, now } = scope;
    const { organizationId } = scope.actor;
    const existing = await findPlanOfDay(tx, organizationId, projectId, date);
    if (existing) {
      // Routes from before looks were kept get theirs from whoever opens the day first.
      if (await lacksLooks(tx, organizationId, existing.id)) {
        await lockPlan(tx, organizationId, existing.id);
        await giveLooks(tx, organizationId, existing.id);
      }
      return unchanged({ planId: existing.id, isNew: false });
    }
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const id = scope.newId();
    const isNew = await insertPlan(tx, {
      organizationId,
      id,
      projectId,
      date,
      timeZone: project.timeZone,
      status: "draft",
      createdAt: now,
      updatedAt: now,
    });
    if (!isNew) {
      const first = found(await findPlanOfDay(tx, organizationId, projectId, date), "plan");
      return unchanged({ planId: first.id, isNew: false });
    }
    const event = {
      type: "plan.created" as const,
      entity: "plan",
      entityId: id,
      planId: id,
      data: { projectId, date },
    };
    return changed({ planId: id, isNew: true }, [event]);
  },
});
