import "server-only";
import type { Tx } from "@/db/client";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { findWave } from "@/db/queries/wave/waves";
import type { Wave } from "@/server/domain/wave/wave";
import { found } from "../kernel/service-error";

/** A part of a day's plan, its plan held until the caller's transaction ends; refuses one that is gone by then. */
export async function holdWave(tx: Tx, organizationId: string, id: string): Promise<Wave> {
  const { planId } = found(await findWave(tx, organizationId, { id }), "plan");
  await lockPlan(tx, organizationId, planId);
  return found(await findWave(tx, organizationId, { id }), "plan");
}
