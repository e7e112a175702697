import "server-only";
import { z } from "zod";
import { findPlanOfDay, insertPlan, lockPlan } from "@/db/queries/plan/find-plan";
import { findProject } from "@/db/queries/project/find-project";
import { findWave, insertWave, labelWave } from "@/db/queries/wave/waves";
import { localDateSchema } from "@/server/domain/time/local-date";
import { waveLabelSchema } from "@/server/domain/wave/wave";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/**
 * The part of a project's day that goes by a label, made now where there is none. The day's plan takes the first label
 * it is asked for; every other one becomes a wave of its own beside it.
 */
export const openWave = command({
  permission: "plan.edit",
  input: z.object({ projectId: z.uuid(), date: localDateSchema, label: waveLabelSchema }),
  run: async (scope, { projectId, date, label }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const isNewPlan = await insertPlan(tx, {
      organizationId,
      id: scope.newId(),
      projectId,
      date,
      timeZone: project.timeZone,
      label,
      status: "draft",
      createdAt: now,
      updatedAt: now,
    });
    const { id: planId } = (await findPlanOfDay(tx, organizationId, projectId, date))!;
    const made = (id: string) => ({
      type: "plan.created" as const,
      entity: "plan",
      entityId: id,
      planId,
      data: { projectId, date, label },
      after: { projectId },
    });
    if (isNewPlan) return changed({ id: planId, isNew: true }, [made(planId)]);
    await lockPlan(tx, organizationId, planId);
    const known = await findWave(tx, organizationId, { projectId, date, label });
    if (known) return unchanged({ id: known.id, isNew: false });
    const own = found(await findWave(tx, organizationId, { id: planId }), "plan");
    if (own.label === "") {
      await labelWave(tx, organizationId, own, label, now);
      const event = { type: "plan.changed" as const, entity: "plan", entityId: planId, planId };
      return changed({ id: planId, isNew: false }, [{ ...event, before: { label: "" }, after: { label } }]);
    }
    const id = scope.newId();
    await insertWave(tx, { organizationId, id, planId, label, createdAt: now, updatedAt: now });
    return changed({ id, isNew: true }, [made(id)]);
  },
});
