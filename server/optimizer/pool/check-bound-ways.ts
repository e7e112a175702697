import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import type { ProblemFaults } from "./problem-faults";

/** Reports legs without a way that somebody is bound to drive: from the start over what is locked or frozen to the end. */
export function checkBoundWays(problem: RoutingProblem, faults: ProblemFaults): void {
  for (const [k, { profile, startLocation, endLocation, locked, frozenVisits }] of problem.vehicles.entries()) {
    const bound = locked ? (problem.initialRoutes[k] ?? []) : frozenVisits;
    if (bound.length === 0) continue;
    const { size, durationSeconds, distanceMeters } = problem.matrices[profile]!;
    const places = [startLocation, ...bound.map((visit) => problem.visits[visit]!.location)];
    if (endLocation !== undefined) places.push(endLocation);
    for (const [i, to] of places.slice(1).entries()) {
      const leg = places[i]! * size + to;
      if (durationSeconds[leg]! >= 0 && distanceMeters[leg]! >= 0) continue;
      const cause = `leads from location ${places[i]} to ${to}, where there is no way`;
      faults.report("bound-without-way", `vehicles[${k}].${locked ? "locked" : "frozenVisits"}`, cause, "unlock it");
    }
  }
}
