import "server-only";
import { z } from "zod";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { findWave, labelWave } from "@/db/queries/wave/waves";
import { waveLabelSchema } from "@/server/domain/wave/wave";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/** Gives a part of a day's plan another label; refused where another of the day has it. */
export const renameWave = command({
  permission: "plan.edit",
  input: z.object({ id: z.uuid(), label: waveLabelSchema }),
  run: async ({ tx, actor, now }, { id, label }) => {
    const { organizationId } = actor;
    const { planId } = found(await findWave(tx, organizationId, { id }), "plan");
    await lockPlan(tx, organizationId, planId);
    const wave = found(await findWave(tx, organizationId, { id }), "plan");
    if (wave.label === label) return unchanged({ id });
    const { projectId, date } = wave;
    if (await findWave(tx, organizationId, { projectId, date, label })) {
      throw new ServiceError("conflict", "Another plan of the day has this label.", { reason: "exists" });
    }
    await labelWave(tx, organizationId, wave, label, now);
    const event = { type: "plan.changed" as const, entity: "plan", entityId: id, planId };
    return changed({ id }, [{ ...event, before: { label: wave.label }, after: { label } }]);
  },
});
