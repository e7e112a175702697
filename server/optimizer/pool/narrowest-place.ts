import type { RoutingProblem, TravelMatrix } from "@/server/domain/plan/routing-problem";
import { NO_WAY_SECONDS } from "../checker/rules/reachability";
import type { Refusal } from "./explain-unassigned";
import { type CandidateStop, DIMENSIONS, type InsertionCandidate, peakLoad } from "./insertion-candidate";
import type { RouteProbe } from "./route-probe";

/**
 * The rule that refuses a candidate at the place where least is missing for it, among those where the load allows it
 * (the load itself, if no one place suits every dimension). Where nothing refuses, `cost` is the answer: the plan could take
 * it, which the optimizer's last pass rules out for single visits unless it was stopped while building its first plan.
 */
export function narrowestPlace(problem: RoutingProblem, added: InsertionCandidate, probe: RouteProbe): Refusal {
  const { profile } = problem.vehicles[probe.vehicle]!;
  const detour = new Detour(problem.matrices[profile]!, added.stops);
  const { departs, latest } = probe;
  const { opens, closes, serviceSeconds } = firstStart(added);
  let narrowest: Refusal | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let position = probe.firstFree; position <= probe.route.length; position++) {
    const leaves = departs[position]!;
    if (leaves - closes >= least) break;
    // Most places are too late by more than another one even if the way there took no time. The ways out of a location
    // lie together in memory, the ways into it do not, so they are looked at only where that could matter.
    const ready = Math.max(leaves, leaves > closes ? 0 : opens) + serviceSeconds;
    const over = ready + detour.secondsOut(probe, position) - latest[position]!;
    if (Math.min(over, Number.MAX_SAFE_INTEGER) >= least) continue;
    if (!detour.drive(probe, position) || detour.lateness(probe, position) >= least) continue;
    const refusal = refusalAt(problem, detour, probe, position);
    const shortfall = refusal.shortfall ?? 0;
    if (shortfall >= least || overloadAt(problem, added, probe, position)) continue;
    if (refusal.rule === "cost") return refusal;
    narrowest = refusal;
    least = shortfall;
  }
  return narrowest ?? overloadEverywhere(problem, added, probe) ?? { rule: "unreachable" };
}

/** When the first visit added may start: an earliest and a latest moment, and how long it takes. */
function firstStart({ stops }: InsertionCandidate) {
  const [first] = stops;
  if (!first) return { opens: 0, closes: Number.POSITIVE_INFINITY, serviceSeconds: 0 };
  const { windows, serviceSeconds } = first;
  return { opens: windows[0]?.fromSeconds ?? 0, closes: windows.at(-1)?.toSeconds ?? 0, serviceSeconds };
}

/** The least overload of all places, if there is none without. */
function overloadEverywhere(
  problem: RoutingProblem,
  added: InsertionCandidate,
  probe: RouteProbe,
): Refusal | undefined {
  let narrowest: Refusal | undefined;
  for (let position = probe.firstFree; position <= probe.route.length; position++) {
    const over = overloadAt(problem, added, probe, position);
    if (!over) return undefined;
    if (!narrowest || over.shortfall! < narrowest.shortfall!) narrowest = over;
  }
  return narrowest;
}

function overloadAt(
  problem: RoutingProblem,
  added: InsertionCandidate,
  probe: RouteProbe,
  position: number,
): Refusal | undefined {
  const { capacity } = problem.vehicles[probe.vehicle]!;
  for (const dimension of DIMENSIONS) {
    const shortfall = peakLoad(added, probe, dimension, position) - capacity[dimension];
    if (shortfall > 0) return { rule: "capacity", shortfall, subject: String(dimension) };
  }
  return undefined;
}

function refusalAt(problem: RoutingProblem, detour: Detour, probe: RouteProbe, position: number): Refusal {
  const { maxDistanceMeters, maxDriveSeconds } = problem.vehicles[probe.vehicle]!;
  const shiftOver = detour.time - probe.latestForShift[position]!;
  const windowOver = Math.max(detour.lateSeconds, detour.time - probe.latest[position]!);
  if (shiftOver > 0 && shiftOver >= windowOver) return { rule: "shift", shortfall: shiftOver };
  if (windowOver > 0) return { rule: "time-window", shortfall: Math.min(windowOver, Number.MAX_SAFE_INTEGER) };
  if (maxDistanceMeters !== undefined) {
    const over = probe.distanceMeters + detour.meters - probe.legMeters[position]! - maxDistanceMeters;
    if (over > 0) return { rule: "max-distance", shortfall: over };
  }
  if (maxDriveSeconds !== undefined) {
    const over = probe.driveSeconds + detour.seconds - probe.legSeconds[position]! - maxDriveSeconds;
    if (over > 0) return { rule: "max-drive-time", shortfall: over };
  }
  return { rule: "cost" };
}

/** The way from in front of a place over the visits added to what is behind it. */
class Detour {
  /** Arrival behind the place. */
  time = 0;
  seconds = 0;
  meters = 0;
  /** How much too late the latest of the visits added is reached. */
  lateSeconds = 0;

  constructor(
    private readonly matrix: TravelMatrix,
    private readonly added: readonly CandidateStop[],
  ) {}

  secondsOut(probe: RouteProbe, position: number): number {
    const after = probe.after[position]!;
    const last = this.added[this.added.length - 1];
    return after < 0 || !last ? 0 : this.matrix.durationSeconds[last.location * this.matrix.size + after]!;
  }

  /** How much too late it is anywhere from here on. */
  lateness(probe: RouteProbe, position: number): number {
    const behind = this.time - probe.latest[position]!;
    return Math.min(Math.max(this.lateSeconds, behind), Number.MAX_SAFE_INTEGER);
  }

  /** False if there is no way. */
  drive(probe: RouteProbe, position: number): boolean {
    this.time = probe.departs[position]!;
    this.seconds = 0;
    this.meters = 0;
    this.lateSeconds = 0;
    let at = probe.before[position]!;
    for (let i = 0; i < this.added.length; i++) {
      const visit = this.added[i]!;
      if (!this.travel(at, visit.location)) return false;
      at = visit.location;
      this.serve(visit);
    }
    return probe.after[position]! < 0 || this.travel(at, probe.after[position]!);
  }

  private travel(from: number, to: number): boolean {
    const leg = from * this.matrix.size + to;
    const driven = this.matrix.durationSeconds[leg]!;
    this.seconds += driven;
    this.meters += this.matrix.distanceMeters[leg]!;
    this.time += driven;
    return driven >= 0 && driven < NO_WAY_SECONDS;
  }

  private serve({ windows, serviceSeconds }: CandidateStop): void {
    let row = 0;
    while (row < windows.length && windows[row]!.toSeconds < this.time) row++;
    const window = windows[row];
    if (window) this.time = Math.max(this.time, window.fromSeconds);
    else this.lateSeconds = Math.max(this.lateSeconds, this.time - (windows[row - 1]?.toSeconds ?? 0));
    this.time += serviceSeconds;
  }
}
