import { PlanSnapshot } from "../state/plan-snapshot";
import { RouteState } from "../state/route-state";

/** Throws unless everything kept up incrementally equals what a fresh state computes from the sequences alone. */
export function verifyState(state: RouteState): void {
  const plan = new PlanSnapshot(state.problem);
  plan.capture(state);
  const fresh = new RouteState(state.problem, state.model);
  plan.restore(fresh);
  const facts = [
    ["cost", state.totalCost, fresh.totalCost],
    ["penalty", state.penalty, fresh.penalty],
    ["broken routes", state.brokenCount, fresh.brokenCount],
    ["used routes", state.usedCount, fresh.usedCount],
    ["jobs left out", state.pool.count, fresh.pool.count],
    ["required jobs left out", state.pool.requiredCount, fresh.pool.requiredCount],
    ["visits left out", state.pool.visitsByTier.join(), fresh.pool.visitsByTier.join()],
  ] as const;
  for (const [name, kept, recomputed] of facts) {
    if (kept !== recomputed) throw new Error(`${name}: kept ${kept}, recomputed ${recomputed}`);
  }
}
