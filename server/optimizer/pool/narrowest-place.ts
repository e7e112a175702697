import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { NO_WAY_SECONDS, startWindows } from "../checker/checked-route";
import type { Refusal } from "./explain-unassigned";
import { legBetween, type RouteProbe } from "./route-probe";

/**
 * The rule that refuses visits at the place where least is missing for them; a pair is probed as two visits in a row.
 * Where nothing refuses, `cost` is the answer: the plan could take them, which the optimizer's last pass rules out for
 * single visits.
 */
export function narrowestPlace(problem: RoutingProblem, added: readonly number[], probe: RouteProbe): Refusal {
  let narrowest: Refusal = { rule: "unreachable" };
  for (let position = probe.firstFree; position <= probe.route.length; position++) {
    const refusal = refusalAt(problem, added, probe, position);
    if (refusal.rule === "cost") return refusal;
    if ((refusal.shortfall ?? Number.POSITIVE_INFINITY) < (narrowest.shortfall ?? Number.POSITIVE_INFINITY)) {
      narrowest = refusal;
    }
  }
  return narrowest;
}

function refusalAt(problem: RoutingProblem, added: readonly number[], probe: RouteProbe, position: number): Refusal {
  const vehicle = problem.vehicles[probe.vehicle]!;
  const locationOf = (visit: number | undefined) => (visit === undefined ? undefined : problem.visits[visit]!.location);
  const before = locationOf(probe.route[position - 1]) ?? vehicle.startLocation;
  const after = locationOf(probe.route[position]) ?? vehicle.endLocation;
  const leg = (from: number, to: number | undefined) => legBetween(problem, probe.vehicle, from, to);

  let time = probe.departs[position]!;
  let seconds = 0;
  let meters = 0;
  let lateSeconds = 0;
  let at = before;
  const travel = (to: number | undefined) => {
    const { seconds: driven, meters: gone } = leg(at, to);
    seconds += driven;
    meters += gone;
    time += driven;
    if (to !== undefined) at = to;
    return driven >= 0 && driven < NO_WAY_SECONDS;
  };
  for (const index of added) {
    const visit = problem.visits[index]!;
    if (!travel(visit.location)) return { rule: "unreachable" };
    const windows = startWindows(visit);
    const window = windows.find((each) => each.toSeconds >= time);
    if (!window) lateSeconds = Math.max(lateSeconds, time - (windows.at(-1)?.toSeconds ?? 0));
    time = Math.max(time, window?.fromSeconds ?? time) + visit.serviceSeconds;
  }
  if (!travel(after)) return { rule: "unreachable" };

  const shiftOver = time - probe.latestForShift[position]!;
  const windowOver = Math.max(lateSeconds, time - probe.latest[position]!);
  if (shiftOver > 0 && shiftOver >= windowOver) return { rule: "shift", shortfall: shiftOver };
  if (windowOver > 0) return { rule: "time-window", shortfall: Math.min(windowOver, Number.MAX_SAFE_INTEGER) };

  // An empty route's totals hold the way from start to end, which is then no longer driven directly either.
  const saved = leg(before, after);
  const metersOver =
    probe.distanceMeters + meters - saved.meters - (vehicle.maxDistanceMeters ?? Number.POSITIVE_INFINITY);
  if (metersOver > 0) return { rule: "max-distance", shortfall: metersOver };
  const secondsOver =
    probe.driveSeconds + seconds - saved.seconds - (vehicle.maxDriveSeconds ?? Number.POSITIVE_INFINITY);
  if (secondsOver > 0) return { rule: "max-drive-time", shortfall: secondsOver };
  return { rule: "cost" };
}
