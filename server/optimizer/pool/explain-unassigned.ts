import type { RoutingProblem, RoutingSolution } from "@/server/domain/plan/routing-problem";

/** placeholder */
export function explainUnassigned(
  problem: RoutingProblem,
  routes: readonly (readonly number[])[],
): RoutingSolution["unassigned"] {
  const routed = new Set(routes.flat());
  return [...problem.visits.keys()].filter((visit) => !routed.has(visit)).map((visit) => ({ visit, reasons: [] }));
}
