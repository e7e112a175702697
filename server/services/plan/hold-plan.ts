import "server-only";
import { findPlanOfDay, insertPlan, lockPlan, type PlanRow } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { CommandScope } from "../kernel/command";

/** A day's plan, held until the transaction ends; made, with what the log says of it, where the day has none. */
export async function holdPlan(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  { planId, projectId, date, timeZone }: { planId: string; projectId: string; date: string; timeZone: string },
): Promise<{ readonly plan: PlanRow; readonly events: DomainEvent[] }> {
  const { organizationId } = actor;
  const row = { organizationId, id: planId, projectId, date, timeZone, status: "draft" as const };
  const isNew = await insertPlan(tx, { ...row, createdAt: now, updatedAt: now });
  const { id } = (await findPlanOfDay(tx, organizationId, projectId, date))!;
  const plan = (await lockPlan(tx, organizationId, id))!;
  const data = { projectId, date };
  const events: DomainEvent[] = isNew ? [{ type: "plan.created", entity: "plan", entityId: id, planId: id, data }] : [];
  return { plan, events };
}
