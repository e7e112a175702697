import type { Loads, RoutingProblem, TravelMatrix } from "@/server/domain/plan/routing-problem";
import { NO_WAY_SECONDS } from "../checker/checked-route";
import type { Refusal } from "./explain-unassigned";
import { type CandidateStop, DIMENSIONS, type InsertionCandidate, peakLoad } from "./insertion-candidate";
import type { RouteProbe } from "./route-probe";

/**
 * The rule that refuses a candidate at the place where least is missing for it, among those where the load allows it
 * (the load itself, if no one place suits every dimension). Where nothing refuses, `cost` is the answer: the plan could take
 * it, which the optimizer's last pass rules out for single visits unless it was stopped while building its first plan.
 */
export function narrowestPlace(problem: RoutingProblem, added: InsertionCandidate, probe: RouteProbe): Refusal {
  const { profile, capacity } = problem.vehicles[probe.vehicle]!;
  const detour = new Detour(problem.matrices[profile]!, added.stops);
  let narrowest: Refusal = { rule: "unreachable" };
  let least = Number.POSITIVE_INFINITY;
  let overloaded: Refusal | undefined;
  let hasRoom = false;
  for (let position = probe.firstFree; position <= probe.route.length; position++) {
    // Most places are too late by more than another one even without any travel: those need no look at the matrix.
    const atLeast = detour.leastLateness(probe, position);
    if (atLeast > 0 && Math.min(atLeast, Number.MAX_SAFE_INTEGER) >= least) continue;
    const over = overloadAt(capacity, added, probe, position);
    if (over) {
      if (over.shortfall! < (overloaded?.shortfall ?? Number.POSITIVE_INFINITY)) overloaded = over;
      continue;
    }
    hasRoom = true;
    if (!detour.drive(probe, position)) continue;
    const refusal = refusalAt(problem, detour, probe, position);
    if (refusal.rule === "cost") return refusal;
    if (refusal.shortfall! >= least) continue;
    narrowest = refusal;
    least = refusal.shortfall!;
  }
  return hasRoom ? narrowest : (overloaded ?? narrowest);
}

function overloadAt(
  capacity: Loads,
  added: InsertionCandidate,
  probe: RouteProbe,
  position: number,
): Refusal | undefined {
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

  /** A lower bound of how late it would be, for the first visit added or behind the place: as if nothing had to be driven. */
  leastLateness(probe: RouteProbe, position: number): number {
    const first = this.added[0];
    if (!first) return 0;
    const departs = probe.departs[position]!;
    const { windows } = first;
    const late = departs - (windows[windows.length - 1]?.toSeconds ?? 0);
    const starts = Math.max(departs, late > 0 ? 0 : (windows[0]?.fromSeconds ?? 0));
    return Math.max(late, starts + first.serviceSeconds - probe.latest[position]!);
  }

  /** False if there is no way. */
  drive(probe: RouteProbe, position: number): boolean {
    this.time = probe.departs[position]!;
    this.seconds = 0;
    this.meters = 0;
    this.lateSeconds = 0;
    let at = probe.before[position]!;
    for (const visit of this.added) {
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
