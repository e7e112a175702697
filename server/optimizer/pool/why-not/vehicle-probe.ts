import type { InsertionPlace, Loads, RoutingProblem, RuleShortfall } from "@/server/domain/plan/routing-problem";
import type { PlannedRoute } from "../../checker/planned-route";
import { startWindows } from "../../checker/start-windows";
import { type Candidate, highest, reloadStop } from "./candidate";
import { Detour, latenessAt, startIn } from "./detour";
import { type GapOption, loadShortfall, loadShortfallWith, timeShortfall, VehicleLimits } from "./gap-option";
import { insertIntoRoute } from "./insert-into-route";
import { type RouteGap, type RouteGaps, routeGaps } from "./route-gaps";
import { judgeRoute, keepsPlaces, newShortfalls, type RouteVerdict } from "./route-shortfalls";
import type { VisitLookup } from "./visit-lookup";

interface BestOptions {
  nearest?: GapOption;
  cheapest?: GapOption;
}

/** A vehicle's best answers to one candidate. */
export interface VehicleAnswer {
  readonly vehicle: number;
  /** The rule that refuses it first, at the place where least is missing. */
  readonly refusal: RuleShortfall;
  /** That place, and the cheapest of those that break fewest rules. None: no road leads there, or nothing was asked. */
  readonly nearest?: GapOption;
  readonly cheapest?: GapOption;
}

/** So many places of a route may have their working time added up exactly per candidate. */
const EXACT_WORK_CHECKS = 4;

/** A vehicle with its finished route, ready to be asked about one candidate after the other. */
export class VehicleProbe {
  readonly verdict: RouteVerdict;
  private readonly routed: ReadonlySet<number>;
  private readonly gaps: RouteGaps;
  private readonly limits: VehicleLimits;
  private readonly detour: Detour;
  private readonly mayReload: boolean;
  private best: BestOptions = {};
  private workChecks = 0;
  private candidate: Candidate | undefined;
  private alwaysExcess = 0;

  constructor(
    private readonly problem: RoutingProblem,
    readonly route: PlannedRoute,
    private readonly lookup: VisitLookup,
  ) {
    const { profile, reload } = problem.vehicles[route.vehicle]!;
    this.verdict = this.judge(route);
    this.routed = new Set(route.visits);
    this.gaps = routeGaps(problem, route, lookup.pickupOf);
    this.limits = new VehicleLimits(problem, this.gaps, this.verdict.times.workSeconds);
    this.detour = new Detour(problem.matrices[profile]!);
    this.mayReload = reload !== undefined && route.reloads.length < reload.maxCount;
  }

  /** `needsPlaces` false: only what no place could mend is looked at. */
  ask(candidate: Candidate, needsPlaces = true): VehicleAnswer {
    const { vehicle } = this.route;
    const always = [...this.unmetDemands(candidate)];
    if (this.limits.vehicle.locked) return { vehicle, refusal: { rule: "locked" } };
    if (!needsPlaces) return { vehicle, refusal: always[0] ?? { rule: "cost" } };
    this.best = {};
    this.workChecks = 0;
    this.candidate = candidate;
    this.alwaysExcess = always.reduce((total, each) => total + this.limits.excess(each), 0);
    for (let at = 0; at < this.gaps.gaps.length; at++) {
      this.tryInOne(candidate, always, this.gaps.gaps[at]!);
      if (candidate.stops.length > 1) this.tryApart(candidate, always, at);
    }
    return { vehicle, refusal: always[0] ?? this.nearestRefusal(), ...this.best };
  }

  judge(route: PlannedRoute): RouteVerdict {
    return judgeRoute(this.problem, route, this.lookup);
  }

  private nearestRefusal(): RuleShortfall {
    return this.best.nearest?.refusal ?? { rule: "unreachable" };
  }

  private *unmetDemands({ visits }: Candidate): Generator<RuleShortfall> {
    const { skills, features, maxVisits, done } = this.limits.vehicle;
    for (const visit of visits) {
      const wanted = this.problem.visits[visit]!;
      const owner = this.lookup.placedOn.get(visit) ?? this.route.vehicle;
      if (owner !== this.route.vehicle || this.isPairedElsewhere(visit, visits)) yield { rule: "place" };
      if (wanted.allowedVehicles && !wanted.allowedVehicles.includes(this.route.vehicle))
        yield { rule: "allowed-vehicles" };
      for (const skill of wanted.skills) if (!skills.includes(skill)) yield { rule: "skills", subject: skill };
      for (const feature of wanted.features) {
        if (!features.includes(feature)) yield { rule: "features", subject: feature };
      }
    }
    const count = this.route.visits.length + visits.length + (done?.visits ?? 0);
    if (maxVisits !== undefined && count > maxVisits) yield { rule: "max-visits", shortfall: count - maxVisits };
  }

  /** Its other half is on another route already. */
  private isPairedElsewhere(visit: number, visits: readonly number[]): boolean {
    const other = this.problem.visits[visit]!.pairedDropoff ?? this.lookup.pickupOf.get(visit);
    return other !== undefined && !visits.includes(other) && !this.routed.has(other);
  }

  /** All of the candidate in one gap; where the load does not fit, with a return to reload in front of it or behind. */
  private tryInOne(candidate: Candidate, always: readonly RuleShortfall[], gap: RouteGap): void {
    const { capacity } = this.limits.vehicle;
    const { stops, before, peak, behind } = candidate;
    const { highestBefore, load, highestBehind, place } = gap;
    const over = loadShortfallWith(capacity, gap, candidate);
    if (this.detour.drive(gap, stops)) this.note(always, over, gap, { place });
    if (!over || !this.mayReload || gap.splitsPair || place.position === 0 || place.behindReload) return;
    const reload = reloadStop(this.limits.vehicle);
    const { stillToDeliver } = gap;
    const staysOn = difference(load, stillToDeliver);
    const first = difference(highestBefore, stillToDeliver);
    const second = difference(highestBehind, staysOn);
    if (this.detour.drive(gap, [...stops, reload])) {
      const onFirst = loadShortfall(capacity, sum(first, before), sum(staysOn, peak), second);
      if (place.position < this.route.visits.length) this.note(always, onFirst, gap, { place, reload: "after" });
    }
    if (this.detour.drive(gap, [reload, ...stops])) {
      const onSecond = loadShortfall(capacity, first, sum(stillToDeliver, peak), sum(second, behind));
      this.note(always, onSecond, gap, { place, reload: "before" });
    }
  }

  /** The pickup in one gap and its drop-off in each later one of the same trip. */
  private tryApart(candidate: Candidate, always: readonly RuleShortfall[], at: number): void {
    const [pickup, dropoff] = candidate.visits;
    const { direct, pickup: goods } = this.problem.visits[pickup]!;
    const from = this.gaps.gaps[at]!;
    if (direct || dropoff === undefined || !this.detour.drive(from, candidate.stops.slice(0, 1))) return;
    const { capacity } = this.limits.vehicle;
    const { ready, seconds, meters, busySeconds } = this.detour;
    const walk = { step: this.wayBehind(from) + 1, time: ready, isCheckedIn: true };
    let late = Math.max(this.detour.lateSeconds, 0);
    let riding: Loads = from.load;
    const ahead = sum(from.highestBefore, this.problem.visits[pickup]!.deliver);
    for (let later = at + 1; later < this.gaps.gaps.length; later++) {
      const to = this.gaps.gaps[later]!;
      if (to.trip !== from.trip) return;
      riding = highest([riding, to.load]);
      if (to.nextStep < walk.step) continue;
      late = Math.max(late, this.walkTo(walk, to.nextStep));
      if (!this.detour.drive(to, candidate.stops.slice(1), walk.time)) continue;
      const over = loadShortfall(capacity, ahead, sum(riding, goods), sum(to.highestBehind, candidate.behind));
      const apart = { seconds, meters, busySeconds, late };
      this.note(always, over, to, { place: from.place, dropoffPlace: to.place }, apart);
    }
  }

  private wayBehind(gap: RouteGap): number {
    return gap.nextStep + gap.breaks.length;
  }

  /** Goes on over the route's own steps up to one; answers how late the latest of them began. */
  private walkTo(walk: { step: number; time: number; isCheckedIn: boolean }, until: number): number {
    let late = 0;
    for (; walk.step < until; walk.step++) {
      const step = this.gaps.steps[walk.step]!;
      if (step.kind === "drive" || step.kind === "reload") walk.time += step.seconds;
      else if (step.kind === "break") {
        const { fromSeconds, toSeconds, durationSeconds } = this.limits.vehicle.breaks![step.index]!;
        late = Math.max(late, walk.time - toSeconds);
        walk.time = Math.max(walk.time, fromSeconds) + durationSeconds;
      } else {
        const visit = this.problem.visits[step.visit]!;
        const windows = startWindows(visit);
        const ready = walk.time + (walk.isCheckedIn ? 0 : step.checkInSeconds);
        late = Math.max(late, latenessAt(windows, ready));
        walk.time = startIn(windows, ready) + visit.serviceSeconds;
      }
      walk.isCheckedIn = false;
    }
    return late;
  }

  /** Keeps what was just driven if it is the nearest or the cheapest so far. */
  private note(
    always: readonly RuleShortfall[],
    load: RuleShortfall | undefined,
    gap: RouteGap,
    where: { place: InsertionPlace; dropoffPlace?: InsertionPlace; reload?: "before" | "after" },
    apart = TOGETHER,
  ): void {
    const { detour, limits } = this;
    const meters = detour.meters + apart.meters;
    const driveSeconds = detour.seconds + apart.seconds;
    const workSeconds = driveSeconds + detour.busySeconds + apart.busySeconds;
    const costEstimate = limits.costEstimate(meters, workSeconds);
    const { nearest, cheapest } = this.best;
    const isLate = detour.ready > gap.latest;
    const least = always.length + (load ? 1 : 0) + (isLate ? 1 : 0);
    // Most places are dearer than one known and further off than another, whatever else they break.
    if (nearest && cheapest && least >= cheapest.rules && costEstimate >= cheapest.costEstimate) {
      const excess = limits.lateExcess(detour.ready - gap.latest) + (load ? OVERLOADED : 0);
      if (excess + this.alwaysExcess >= nearest.excess) return;
    }
    const time = timeShortfall(detour, gap, apart.late);
    const broken = [
      ...always,
      ...this.exactly(where, limits.broken({ time, load, meters, driveSeconds, workSeconds })),
    ];
    const rules = broken.length;
    const excess = broken.reduce((total, each) => total + limits.excess(each), 0) + (load ? OVERLOADED : 0);
    const isNearest = !nearest || excess < nearest.excess;
    const isCheapest =
      !cheapest || rules < cheapest.rules || (rules === cheapest.rules && costEstimate < cheapest.costEstimate);
    if (!isNearest && !isCheapest) return;
    const refusal = broken[always.length] ?? broken[0] ?? { rule: "cost" as const };
    const option: GapOption = { vehicle: this.route.vehicle, ...where, refusal, rules, excess, costEstimate };
    if (isNearest) this.best.nearest = option;
    if (isCheapest) this.best.cheapest = option;
  }

  /** Adds what constant time cannot tell: exact working time, and whether visits with a place of their own keep it. */
  private exactly(where: Parameters<typeof insertIntoRoute>[2], broken: RuleShortfall[]): RuleShortfall[] {
    const { maxWorkSeconds, placedVisits = [] } = this.limits.vehicle;
    const rest = broken.filter((each) => each.rule !== "max-work-time");
    const needsWork = maxWorkSeconds !== undefined && rest.length === 0 && this.workChecks < EXACT_WORK_CHECKS;
    if (!needsWork && placedVisits.length === 0) return broken;
    const inserted = insertIntoRoute(this.route, this.candidate!.visits, where);
    if (needsWork) {
      this.workChecks++;
      return newShortfalls(this.verdict, this.judge(inserted));
    }
    return keepsPlaces(this.problem, inserted) ? broken : [...broken, { rule: "place" }];
  }
}

/** A place where the load fits is always nearer than one where it does not. */
const OVERLOADED = 10;
const TOGETHER = { seconds: 0, meters: 0, busySeconds: 0, late: 0 };

function sum(a: Loads, b: Loads): Loads {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
}

function difference(a: Loads, b: Loads): Loads {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3]];
}
