import type {
  RoutingProblem,
  RoutingSolution,
  RoutingVehicle,
  RoutingVisit,
  UnassignedReason,
} from "@/server/domain/plan/routing-problem";
import { pickupsByDropoff } from "../checker/loads-on-board";
import { DIMENSIONS, type InsertionCandidate, insertionCandidate, peakLoad } from "./insertion-candidate";
import { narrowestPlace } from "./narrowest-place";
import { probeRoute, type RouteProbe } from "./route-probe";

/** One vehicle's refusal. */
export type Refusal = Omit<UnassignedReason, "vehicleCount">;

/**
 * Why each visit on no route is on none: every vehicle is asked in its final state, names the first rule that refuses
 * and by how much at its best place, and equal answers are counted together, those of most vehicles first. Exact for
 * single visits; of a pair, only places right behind each other are looked at. In a plan that is unfinished nobody has
 * been refused a place yet, so there places are not looked at and a vehicle that might take it answers `cost`.
 */
export function explainUnassigned(
  problem: RoutingProblem,
  routes: readonly (readonly number[])[],
  { isUnfinished = false } = {},
): RoutingSolution["unassigned"] {
  const routed = new Set(routes.flat());
  const leftOut = [...problem.visits.keys()].filter((visit) => !routed.has(visit));
  if (leftOut.length === 0) return [];
  const probes = problem.vehicles.map((_, vehicle) => probeRoute(problem, vehicle, routes[vehicle] ?? []));
  const placeOf: PlaceOf = isUnfinished ? () => ({ rule: "cost" }) : narrowestPlace;
  const pickupOf = pickupsByDropoff(problem);
  return leftOut.map((visit) => {
    const whole = insertionCandidate(problem, pairOf(problem, visit, pickupOf), pickupOf);
    return { visit, reasons: reasonsFor(problem, whole, pickupOf, probes, placeOf) };
  });
}

type PlaceOf = typeof narrowestPlace;

function reasonsFor(
  problem: RoutingProblem,
  whole: InsertionCandidate,
  pickupOf: ReadonlyMap<number, number>,
  probes: readonly RouteProbe[],
  placeOf: PlaceOf,
): UnassignedReason[] {
  if (probes.length === 0) return [{ rule: "no-vehicle", vehicleCount: 0 }];
  const counted = new Map<string, UnassignedReason>();
  for (const probe of probes) {
    // Halves of a pair that are already on the route are not asked about again.
    const isFree = (each: number) => !probe.routed.has(each);
    const added = whole.visits.every(isFree)
      ? whole
      : insertionCandidate(problem, whole.visits.filter(isFree), pickupOf);
    const refusal = refusalOf(problem, added, probe, placeOf);
    const key = `${refusal.rule} ${refusal.subject ?? ""}`;
    const known = counted.get(key);
    counted.set(key, {
      ...refusal,
      vehicleCount: (known?.vehicleCount ?? 0) + 1,
      ...least(known?.shortfall, refusal.shortfall),
    });
  }
  return [...counted.values()].sort((a, b) => b.vehicleCount - a.vehicleCount);
}

function least(a: number | undefined, b: number | undefined): { shortfall?: number } {
  const known = [a, b].filter((each) => each !== undefined);
  return known.length > 0 ? { shortfall: Math.min(...known) } : {};
}

/** The rules in the order a dispatcher would check them; a visit of a pair is judged together with its other half. */
function refusalOf(problem: RoutingProblem, added: InsertionCandidate, probe: RouteProbe, placeOf: PlaceOf): Refusal {
  const vehicle = problem.vehicles[probe.vehicle]!;
  if (vehicle.locked) return { rule: "locked" };
  for (const visit of added.visits) {
    const unmet = unmetDemand(problem.visits[visit]!, vehicle, probe.vehicle);
    if (unmet) return unmet;
  }
  const count = probe.route.length + added.visits.length;
  if (vehicle.maxVisits !== undefined && count > vehicle.maxVisits) {
    return { rule: "max-visits", shortfall: count - vehicle.maxVisits };
  }
  return overload(problem, added, probe) ?? placeOf(problem, added, probe);
}

/** A visit and the other half of its pair, pickup first. */
function pairOf(problem: RoutingProblem, visit: number, pickupOf: ReadonlyMap<number, number>): number[] {
  const dropoff = problem.visits[visit]!.pairedDropoff;
  if (dropoff !== undefined) return [visit, dropoff];
  const pickup = pickupOf.get(visit);
  return pickup === undefined ? [visit] : [pickup, visit];
}

function unmetDemand(visit: RoutingVisit, vehicle: RoutingVehicle, k: number): Refusal | undefined {
  if (visit.allowedVehicles && !visit.allowedVehicles.includes(k)) return { rule: "allowed-vehicles" };
  const skill = visit.skills.find((each) => !vehicle.skills.includes(each));
  if (skill !== undefined) return { rule: "skills", subject: skill };
  const feature = visit.features.find((each) => !vehicle.features.includes(each));
  if (feature !== undefined) return { rule: "features", subject: feature };
  return undefined;
}

/** How much too much would be on board even at the best place for the load, in the first dimension that is short. */
function overload(problem: RoutingProblem, added: InsertionCandidate, probe: RouteProbe): Refusal | undefined {
  for (const dimension of DIMENSIONS) {
    const limit = problem.vehicles[probe.vehicle]!.capacity[dimension]!;
    let least = Number.POSITIVE_INFINITY;
    for (let position = probe.firstFree; position <= probe.route.length && least > limit; position++) {
      least = Math.min(least, peakLoad(added, probe, dimension, position));
    }
    if (least > limit) return { rule: "capacity", shortfall: least - limit, subject: String(dimension) };
  }
  return undefined;
}
