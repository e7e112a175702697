import "server-only";
import { findOptimization } from "@/db/queries/plan/optimizations";
import { optimizationIdSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { commitPlanning } from "./commit-planning";
import { failOptimization } from "./fail-optimization";

/** The attempt that found a planning's answer; null where there is none, or nobody to make it the plan. */
const readSettling = query({
  permission: "plan.read",
  input: optimizationIdSchema,
  run: async ({ tx, actor }, { optimizationId }) => {
    const run = await findOptimization(tx, actor.organizationId, optimizationId);
    return run?.status === "ready" && run.request.planning ? { attempt: run.progress.attempts } : null;
  },
});

/**
 * What a planning has found becomes the plans of its days, all of them or none. Said again it goes on where it stopped. Of
 * other runs nothing is done: people decide on them. `failure`: nobody will say it again, and what went wrong is told so.
 */
export async function settleOptimization(
  services: ServiceContext,
  { optimizationId, failure }: { readonly optimizationId: string; readonly failure?: string },
): Promise<void> {
  const run = await readSettling(services, { optimizationId });
  if (!run) return;
  try {
    await commitPlanning(services, { optimizationId });
  } catch (error) {
    // While the database is away nothing is decided, and the job says it again.
    const isDecided = error instanceof ServiceError && error.code !== "unavailable";
    const message = isDecided ? error.message : failure;
    if (message !== undefined) await failOptimization(services, { optimizationId, attempt: run.attempt, message });
    if (!isDecided) throw error;
  }
}
