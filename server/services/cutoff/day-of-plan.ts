import "server-only";
import type { Tx } from "@/db/client";
import type { CutoffDay } from "@/db/queries/cutoff/day-doors";
import { findPlan } from "@/db/queries/plan/find-plan";
import { found } from "../kernel/service-error";

/** The day whose orders a plan is about. */
export async function dayOfPlan(tx: Tx, organizationId: string, planId: string): Promise<CutoffDay> {
  const { projectId, date } = found(await findPlan(tx, organizationId, planId), "plan");
  return { organizationId, projectId, date };
}
