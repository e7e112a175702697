import type {
  Loads,
  RelaxedInsertion,
  RoutingProblem,
  RoutingVehicle,
  RuleShortfall,
} from "@/server/domain/plan/routing-problem";
import type { Candidate } from "./candidate";
import type { Detour } from "./detour";
import type { RouteGap, RouteGaps } from "./route-gaps";

/** One place for a candidate, judged in constant time: what refuses it there first, and about what it costs. */
export interface GapOption extends Pick<RelaxedInsertion, "vehicle" | "place" | "dropoffPlace" | "reload"> {
  readonly refusal: RuleShortfall;
  /** How many rules it breaks: 0, it fits. */
  readonly rules: number;
  /** How far beyond them it is, as shares of their limits. */
  readonly excess: number;
  readonly costEstimate: number;
}

export interface Burden {
  /** How late the latest is anywhere, by what is to blame. */
  readonly time: RuleShortfall | undefined;
  readonly load: RuleShortfall | undefined;
  readonly meters: number;
  readonly driveSeconds: number;
  readonly workSeconds: number;
}

const HOUR = 3600;
const KILOMETER = 1000;

/** What a vehicle's limits say to a burden on top of its route. */
export class VehicleLimits {
  private readonly shiftSeconds: number;

  readonly vehicle: RoutingVehicle;

  constructor(
    private readonly problem: RoutingProblem,
    private readonly gaps: RouteGaps,
    private readonly baseWorkSeconds: number,
  ) {
    this.vehicle = problem.vehicles[gaps.route.vehicle]!;
    const { shift } = this.vehicle;
    this.shiftSeconds = Math.max(HOUR, shift.toSeconds - shift.fromSeconds);
  }

  /** The rules broken, in the order a dispatcher would check them. */
  broken({ time, load, meters, driveSeconds, workSeconds }: Burden): RuleShortfall[] {
    const { done, maxDistanceMeters, maxDriveSeconds, maxWorkSeconds } = this.vehicle;
    const broken: RuleShortfall[] = [];
    if (load) broken.push(load);
    if (time) broken.push(time);
    const distance = this.gaps.distanceMeters + meters + (done?.distanceMeters ?? 0);
    const drive = this.gaps.driveSeconds + driveSeconds + (done?.driveSeconds ?? 0);
    const work = this.baseWorkSeconds + workSeconds + (done?.workSeconds ?? 0);
    noteExcess(broken, "max-distance", distance, maxDistanceMeters);
    noteExcess(broken, "max-drive-time", drive, maxDriveSeconds);
    noteExcess(broken, "max-work-time", work, maxWorkSeconds);
    return broken;
  }

  /** Lateness alone as a share of the shift. */
  lateExcess(lateSeconds: number): number {
    return Math.max(0, lateSeconds) / this.shiftSeconds;
  }

  /** A shortfall as a share of what is allowed; a rule without a more or less is far off. */
  excess({ rule, shortfall, subject }: RuleShortfall): number {
    const { capacity, maxDistanceMeters, maxVisits } = this.vehicle;
    if (shortfall === undefined) return FAR_OFF;
    if (rule === "capacity") return shortfall / Math.max(1, capacity[Number(subject) as 0 | 1 | 2 | 3]);
    if (rule === "max-distance") return shortfall / Math.max(1, maxDistanceMeters ?? 1);
    if (rule === "max-visits") return shortfall / Math.max(1, maxVisits ?? 1);
    return shortfall / this.shiftSeconds;
  }

  /** Fixed cost, way and time in cents, waiting and overtime aside. */
  costEstimate(meters: number, workSeconds: number): number {
    const { fixedCostCents, costPerKmCents, costPerHourCents, emissionGramsPerKm = 0, done } = this.vehicle;
    const opening = this.gaps.route.visits.length === 0 && !done ? fixedCostCents : 0;
    const carbon = (emissionGramsPerKm * (this.problem.objective.carbonCentsPerKg ?? 0)) / KILOMETER;
    return opening + (meters / KILOMETER) * (costPerKmCents + carbon) + (workSeconds / HOUR) * costPerHourCents;
  }
}

const FAR_OFF = 100;

function noteExcess(broken: RuleShortfall[], rule: RuleShortfall["rule"], is: number, limit: number | undefined): void {
  if (limit !== undefined && is > limit) broken.push({ rule, shortfall: is - limit });
}

/** Who is too late behind or in a detour, and by how much. */
export function timeShortfall(detour: Detour, gap: RouteGap, lateBefore = 0): RuleShortfall | undefined {
  const shift = detour.ready - gap.latestForShift;
  const rest = Math.max(detour.breakLateSeconds, detour.ready - gap.latestForBreaks);
  const window = Math.max(detour.lateSeconds, lateBefore, detour.ready - gap.latest);
  const most = Math.max(shift, rest, window);
  if (most <= 0) return undefined;
  const rule = shift >= most ? "shift" : rest >= most ? "break" : "time-window";
  return most < Number.MAX_SAFE_INTEGER ? { rule, shortfall: most } : { rule };
}

/** The first dimension in which the trip with a candidate in the gap exceeds the capacity, and by how much. */
export function loadShortfallWith(capacity: Loads, gap: RouteGap, candidate: Candidate): RuleShortfall | undefined {
  for (const dimension of [0, 1, 2, 3] as const) {
    const over =
      Math.max(
        gap.highestBefore[dimension] + candidate.before[dimension],
        gap.load[dimension] + candidate.peak[dimension],
        gap.highestBehind[dimension] + candidate.behind[dimension],
      ) - capacity[dimension];
    if (over > 0) return { rule: "capacity", shortfall: over, subject: String(dimension) };
  }
  return undefined;
}

/** The first dimension in which loads exceed the capacity, and by how much. */
export function loadShortfall(capacity: Loads, ...loads: readonly Loads[]): RuleShortfall | undefined {
  for (const dimension of [0, 1, 2, 3] as const) {
    let over = 0;
    for (const load of loads) over = Math.max(over, load[dimension] - capacity[dimension]);
    if (over > 0) return { rule: "capacity", shortfall: over, subject: String(dimension) };
  }
  return undefined;
}
