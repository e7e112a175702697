import type { InsertionPlace, RelaxedInsertion, RoutingProblem } from "@/server/domain/plan/routing-problem";
import type { PlannedRoute } from "../../checker/planned-route";

/** What is inserted: a visit, or both of a pair. */
export type InsertedVisits = readonly [visit: number] | readonly [pickup: number, dropoff: number];

/** The route with the insertion carried out; breaks and reloads stay with what they stood beside. */
export function insertIntoRoute(
  route: PlannedRoute,
  visits: InsertedVisits,
  { place, dropoffPlace, reload }: Pick<RelaxedInsertion, "place" | "dropoffPlace" | "reload">,
): PlannedRoute {
  const [visit, dropoff] = visits;
  // The one further back first, so that the other's place still counts the same visits.
  const behind = dropoff !== undefined && dropoffPlace ? insertOne(route, dropoff, dropoffPlace) : route;
  const inserted = insertOne(behind, visit, place);
  if (!reload) return inserted;
  const before = place.position + (reload === "before" ? 0 : visits.length);
  return { ...inserted, reloads: [...inserted.reloads, before].sort((a, b) => a - b) };
}

function insertOne(route: PlannedRoute, visit: number, place: InsertionPlace): PlannedRoute {
  const { position, behindBreaks = 0, behindReload = false } = place;
  const first = route.breaks.findIndex((each) => each.before === position);
  return {
    ...route,
    visits: route.visits.toSpliced(position, 0, visit),
    reloads: route.reloads.map((before) =>
      before > position || (before === position && !behindReload) ? before + 1 : before,
    ),
    breaks: route.breaks.map((each, i) => {
      const stays = each.before < position || (each.before === position && i < first + behindBreaks);
      return stays ? each : { ...each, before: each.before + 1 };
    }),
  };
}

/** The visit and, where it is left out too, the other half of its pair; pickup first. */
export function visitsLeftOutWith(
  problem: RoutingProblem,
  visit: number,
  pickupOf: ReadonlyMap<number, number>,
  routed: ReadonlySet<number>,
): InsertedVisits {
  const dropoff = problem.visits[visit]!.pairedDropoff;
  if (dropoff !== undefined) return routed.has(dropoff) ? [visit] : [visit, dropoff];
  const pickup = pickupOf.get(visit);
  return pickup === undefined || routed.has(pickup) ? [visit] : [pickup, visit];
}
