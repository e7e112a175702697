import "server-only";
import type { DraftInsertion, DraftUnassigned } from "@/server/domain/plan/optimization-run";
import type { RelaxedInsertion, RoutingSolution, UnassignedVisit } from "@/server/domain/plan/routing-problem";
import type { BuiltProblem } from "./build-routing-problem";

/** What the optimizer says of the visits it left out, by stored ids and small enough to be kept with the plan. */
export function draftUnassigned(built: BuiltProblem, solution: RoutingSolution): DraftUnassigned[] {
  return solution.unassigned.map(({ visit, reasons, perVehicle, nearestMiss, insertions }) => ({
    visitId: built.visitIds[visit]!,
    reasons,
    ...(perVehicle && { perRoute: perVehicle.map((refusal) => reasonOf(reasons, refusal)) }),
    ...(nearestMiss && { nearestMiss: draftInsertion(built, solution, nearestMiss) }),
    ...(insertions && { insertions: insertions.map((each) => draftInsertion(built, solution, each)) }),
  }));
}

function reasonOf(
  reasons: UnassignedVisit["reasons"],
  { rule, subject, shortfall }: NonNullable<UnassignedVisit["perVehicle"]>[number],
): readonly [reason: number, shortfall: number] {
  return [reasons.findIndex((each) => each.rule === rule && each.subject === subject), shortfall ?? -1];
}

function draftInsertion(
  { routes, visitIds }: BuiltProblem,
  solution: RoutingSolution,
  { vehicle, place, reload, costCents, distanceMeters, workSeconds, shortfalls }: RelaxedInsertion,
): DraftInsertion {
  const before = solution.routes[vehicle]![place.position - 1];
  return {
    routeId: routes[vehicle]!.id,
    afterVisitId: before === undefined ? null : visitIds[before]!,
    ...(reload && { reload }),
    costCents,
    distanceMeters,
    workSeconds,
    shortfalls: shortfalls.map(({ visit, ...rest }) => ({
      ...rest,
      ...(visit !== undefined && { visitId: visitIds[visit]! }),
    })),
  };
}
