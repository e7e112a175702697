import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import type { CheckableSolution } from "../planned-route";
import type { Violation } from "../violation";

/** There is one route per vehicle, and every visit is on exactly one of them or left out. */
export function* assignment(problem: RoutingProblem, solution: CheckableSolution): Generator<Violation> {
  for (const part of ["routes", "reloads", "breaks"] as const) {
    if (solution[part].length === problem.vehicles.length) continue;
    const cause = `${part} of ${solution[part].length} vehicles, there are ${problem.vehicles.length}`;
    yield { code: "route-count", cause, bound: false };
  }
  const places = placesByVisit(solution);
  for (const [visit, found] of places) {
    const [first] = found;
    const vehicle = typeof first === "number" ? { vehicle: first } : {};
    if (problem.visits[visit] === undefined) {
      yield { code: "unknown-visit", cause: `visit ${visit} is none of the problem's`, ...vehicle, bound: false };
    } else if (found.length > 1) {
      const routed = found.filter((place) => place !== "left out");
      const isEither = routed.length === 1 && found.length === 2;
      const code = isEither ? "unassigned-but-routed" : "visited-twice";
      const where = found.map((place) => (place === "left out" ? place : `on vehicle ${place}`)).join(" and ");
      yield { code, cause: where, ...vehicle, visit, bound: false };
    }
  }
  for (const visit of problem.visits.keys()) {
    if (places.has(visit)) continue;
    yield { code: "visit-missing", cause: "neither on a route nor left out", visit, bound: false };
  }
}

function placesByVisit(solution: CheckableSolution): Map<number, (number | "left out")[]> {
  const places = new Map<number, (number | "left out")[]>();
  const note = (visit: number, place: number | "left out") => places.set(visit, [...(places.get(visit) ?? []), place]);
  for (const [vehicle, route] of solution.routes.entries()) for (const visit of route) note(visit, vehicle);
  for (const { visit } of solution.unassigned) note(visit, "left out");
  return places;
}
