import type {
  RoutingProblem,
  RoutingSolution,
  RoutingVehicle,
  RoutingVisit,
  UnassignedReason,
} from "@/server/domain/plan/routing-problem";
import { loadsOnBoard } from "../checker/check-loads";
import { narrowestPlace } from "./narrowest-place";
import { probeRoute, type RouteProbe } from "./route-probe";

/** One vehicle's refusal. */
export type Refusal = Omit<UnassignedReason, "vehicleCount">;

/**
 * Why each visit on no route is on none: every vehicle is asked in its final state, names the first rule that refuses
 * and by how much at its best place, and equal answers are counted together, those of most vehicles first.
 */
export function explainUnassigned(
  problem: RoutingProblem,
  routes: readonly (readonly number[])[],
): RoutingSolution["unassigned"] {
  const routed = new Set(routes.flat());
  const leftOut = [...problem.visits.keys()].filter((visit) => !routed.has(visit));
  if (leftOut.length === 0) return [];
  const probes = problem.vehicles.map((_, vehicle) => probeRoute(problem, vehicle, routes[vehicle] ?? []));
  return leftOut.map((visit) => ({ visit, reasons: reasonsFor(problem, visit, probes) }));
}

function reasonsFor(problem: RoutingProblem, visit: number, probes: readonly RouteProbe[]): UnassignedReason[] {
  if (probes.length === 0) return [{ rule: "no-vehicle", vehicleCount: 0 }];
  const counted = new Map<string, UnassignedReason>();
  for (const probe of probes) {
    const refusal = refusalOf(problem, visit, probe);
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
function refusalOf(problem: RoutingProblem, visit: number, probe: RouteProbe): Refusal {
  const vehicle = problem.vehicles[probe.vehicle]!;
  if (vehicle.locked) return { rule: "locked" };
  const added = pairOf(problem, visit).filter((each) => !probe.route.includes(each));
  const unfit = added
    .map((each) => unmetDemand(problem.visits[each]!, vehicle, probe.vehicle))
    .find((refusal) => refusal !== undefined);
  if (unfit) return unfit;
  const count = probe.route.length + added.length;
  if (vehicle.maxVisits !== undefined && count > vehicle.maxVisits) {
    return { rule: "max-visits", shortfall: count - vehicle.maxVisits };
  }
  return overload(problem, added, probe) ?? narrowestPlace(problem, added, probe);
}

/** A visit and the other half of its pair, pickup first; halves already on a route are not asked about again. */
function pairOf(problem: RoutingProblem, visit: number): number[] {
  const dropoff = problem.visits[visit]!.pairedDropoff;
  if (dropoff !== undefined) return [visit, dropoff];
  const pickup = problem.visits.findIndex((each) => each.pairedDropoff === visit);
  return pickup < 0 ? [visit] : [pickup, visit];
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
function overload(problem: RoutingProblem, added: readonly number[], probe: RouteProbe): Refusal | undefined {
  const { capacity } = problem.vehicles[probe.vehicle]!;
  for (const [dimension, limit] of capacity.entries()) {
    const alone = loadsOnBoard(problem, added, dimension);
    const peak = Math.max(...alone);
    const loads = probe.loads[dimension]!;
    let leastOver = Number.POSITIVE_INFINITY;
    for (let position = probe.firstFree; position <= probe.route.length; position++) {
      const before = probe.highestBefore[dimension]![position]! + alone[0]!;
      const after = probe.highestAfter[dimension]![position]! + alone.at(-1)!;
      leastOver = Math.min(leastOver, Math.max(before, loads[position]! + peak, after) - limit);
    }
    if (leastOver > 0) return { rule: "capacity", shortfall: leastOver, subject: String(dimension) };
  }
  return undefined;
}
