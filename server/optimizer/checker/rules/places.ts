import type { RouteRule } from "../route-under-check";

/** A placed visit stands at its place or, where the route is too short for it, last; or it is left out. */
export const places: RouteRule = function* ({ problem, vehicle, route }) {
  const here = (vehicle.placedVisits ?? [])
    .filter((placed) => route.visits.includes(placed.visit))
    .toSorted((a, b) => a.place - b.place);
  for (const [i, { visit, place }] of here.entries()) {
    const furtherBack = here.length - 1 - i;
    const due = Math.min(place, route.visits.length - furtherBack);
    const actual = route.visits.indexOf(visit) + 1;
    if (actual === due) continue;
    const cause = `stands at ${actual}, not at ${due} of ${route.visits.length} (its place is ${place})`;
    yield { code: "place", cause, visit, bound: false };
  }
  for (const [owner, { placedVisits = [] }] of problem.vehicles.entries()) {
    if (owner === route.vehicle) continue;
    for (const { visit } of placedVisits) {
      if (!route.visits.includes(visit)) continue;
      yield { code: "place", cause: `belongs on vehicle ${owner}`, visit, bound: false };
    }
  }
};
