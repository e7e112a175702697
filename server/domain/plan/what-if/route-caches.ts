import { type LegSource, routePoints } from "../board-legs";
import { checkInAt } from "../check-in";
import { type BoardPoint, type BoardRoute, type BoardVisit, boardVisit, type PlanBoard } from "../plan-board";
import { keptReloads, routeLegs, type SequenceReload } from "../reload-trips";
import { hopSeconds, type RouteLeg } from "../route-leg";
import type { ScheduleVehicle } from "../route-schedule";
import type { RoutingBreak } from "../routing-problem";
import { timeVisit } from "../time-visit";
import { breaksToCome, frontStops, madePrefix, releaseSeconds } from "../under-way";
import { LoadPeaks } from "./load-peaks";
import { clockAt, latestStart, type ServiceClock, serve } from "./service-clock";

/**
 * A route prepared for asking what more stops would do to it, in constant time per gap: the clock on reaching each gap,
 * and of everything behind it how far it can be put off before anything but waiting changes (Savelsbergh, "The Vehicle
 * Routing Problem with Time Windows: Minimizing Route Duration", 1992). Gap p is behind p visits. Never changed: a
 * route that changes is another object, with caches of its own.
 */
export class RouteCaches {
  /** The route's own, its shift begun when the driver of a route under way has begun. */
  readonly rules: ScheduleVehicle;
  /** Behind so many visits of the sequence is the first gap that takes anything. */
  readonly frontStops: number;
  /** So many visits at the front have happened. */
  readonly madeStops: number;
  /** The driver's breaks to come: where there are any, what more stops do is asked by `driveWithBreaks`. */
  readonly breaks: readonly RoutingBreak[];
  /** The start first, then the sequence; reloads are left out. */
  readonly points: readonly BoardPoint[];
  /** What goes into a gap before a reload is served before it. */
  readonly reloads: readonly SequenceReload[];
  readonly loads: LoadPeaks;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
  /** When the route returns, leaving at the shift's start. */
  readonly endSeconds: number;
  /** The leg over each gap, a reload on it included; 0 behind the last visit of an open route. */
  readonly legSeconds: Float64Array;
  readonly legMeters: Float64Array;
  /** What checking in at the visit behind each gap takes. */
  readonly checkIns: Float64Array;
  /** Where the route goes back to load over a gap, what comes behind reaching the depot; −1 where it does not. */
  private readonly reloadSeconds: Float64Array;
  private readonly reloadMeters: Float64Array;

  /** The clock in front of each gap. */
  private readonly seconds: Float64Array;
  private readonly waited: Float64Array;
  private readonly delay: Float64Array;
  private readonly late: Float64Array;

  /** Behind each gap: when the driver has arrived and checked in, waiting and lateness in sum. */
  private readonly ready: Float64Array;
  private readonly waitBehind: Float64Array;
  private readonly lateBehind: Float64Array;
  /** How much later the arrival behind a gap may be: before anyone gets late or later than before or into another window, */
  private readonly keepSlack: Float64Array;
  /** before the start can be put off no more, */
  private readonly delaySlack: Float64Array;
  /** and before anyone misses the last window. */
  private readonly lateSlack: Float64Array;

  constructor(
    readonly route: BoardRoute,
    readonly sequence: readonly BoardVisit[],
    legs: readonly RouteLeg[],
  ) {
    const count = sequence.length;
    const { rules, underWay } = route;
    const fromSeconds = underWay?.startedSeconds ?? rules.shift.fromSeconds;
    this.rules = underWay ? { ...rules, shift: { ...rules.shift, fromSeconds } } : rules;
    this.breaks = underWay ? breaksToCome(rules.breaks ?? [], underWay) : (rules.breaks ?? []);
    this.madeStops = madePrefix(underWay, sequence).length;
    this.frontStops = Math.min(frontStops(route), count);
    const column = () => new Float64Array(count + 1);
    [this.seconds, this.waited, this.delay, this.late] = [column(), column(), column(), column()];
    [this.ready, this.waitBehind, this.lateBehind] = [column(), column(), column()];
    [this.keepSlack, this.delaySlack, this.lateSlack] = [column(), column(), column()];
    const perGap = (of: (leg: RouteLeg) => number, none: number) =>
      Float64Array.from({ length: count + 1 }, (_, gap) => (legs[gap] ? of(legs[gap]) : none));
    this.legSeconds = perGap(hopSeconds, 0);
    this.legMeters = perGap((leg) => leg.distanceMeters + (leg.reload?.leg.distanceMeters ?? 0), 0);
    this.reloadSeconds = perGap(
      ({ durationSeconds, reload }) => (reload ? reload.loadSeconds + durationSeconds : -1),
      -1,
    );
    this.reloadMeters = perGap((leg) => (leg.reload ? leg.distanceMeters : -1), -1);
    this.points = routePoints(route, sequence);
    const isReload = (index: number) => legs[index]?.reload !== undefined;
    this.checkIns = Float64Array.from(sequence, (_, gap) => this.checkInFrom(gap, this.points[gap]));
    this.reloads = sequence.flatMap(({ id }, index) => {
      const reload = legs[index]?.reload;
      return reload ? [{ visitId: id, loadSeconds: reload.loadSeconds }] : [];
    });
    this.loads = new LoadPeaks(sequence, this.reloads.length > 0 ? isReload : undefined);
    this.distanceMeters = this.legMeters.reduce((sum, meters) => sum + meters, 0);
    this.driveSeconds = legs.reduce(
      (sum, leg) => sum + leg.durationSeconds + (leg.reload?.leg.durationSeconds ?? 0),
      0,
    );
    const slacks = this.driveForwards();
    this.endSeconds = Math.max(underWay?.asOfSeconds ?? 0, this.seconds[count]! + this.legSeconds[count]!);
    this.lookBackwards(slacks);
  }

  private driveForwards(): Float64Array {
    const slacks = new Float64Array(this.sequence.length);
    const clock = clockAt(this.rules.shift.fromSeconds);
    const made = this.driveMade(clock);
    this.sequence.forEach((visit, index) => {
      if (index < made) return;
      this.ready[index] = clock.seconds + this.legSeconds[index]! + this.checkIns[index]!;
      slacks[index] = serve(clock, visit, this.legSeconds[index]!, this.checkIns[index]!);
      this.note(index + 1, clock);
    });
    return slacks;
  }

  /** What has happened is as it was; sets the clock to where the rest begins. Answers how many visits that are. */
  private driveMade(clock: ServiceClock): number {
    this.note(0, clock);
    const { underWay } = this.route;
    if (!underWay) return 0;
    const made = madePrefix(underWay, this.sequence);
    made.forEach((each, index) => {
      this.ready[index] = each.arriveSeconds;
      clock.waited += each.startSeconds - each.arriveSeconds;
      clock.late += timeVisit(this.sequence[index]!, each.startSeconds).late;
      clock.seconds = each.departSeconds;
      this.note(index + 1, clock);
    });
    if (made.length === underWay.made.length) clock.seconds = releaseSeconds(underWay);
    // Who has left cannot leave later.
    clock.delay = 0;
    clock.notBefore = underWay.asOfSeconds;
    this.note(made.length, clock);
    return made.length;
  }

  private note(gap: number, clock: ServiceClock): void {
    this.seconds[gap] = clock.seconds;
    this.waited[gap] = clock.waited;
    this.delay[gap] = clock.delay;
    this.late[gap] = clock.late;
  }

  private lookBackwards(slacks: Float64Array): void {
    const count = this.sequence.length;
    for (const slack of [this.keepSlack, this.delaySlack, this.lateSlack]) slack[count] = Number.MAX_SAFE_INTEGER;
    for (let i = count - 1; i >= 0; i--) {
      const wait = this.waited[i + 1]! - this.waited[i]!;
      const late = this.late[i + 1]! - this.late[i]!;
      const toLate = Math.max(0, latestStart(this.sequence[i]!) - this.ready[i]! - wait);
      this.waitBehind[i] = this.waitBehind[i + 1]! + wait;
      this.lateBehind[i] = this.lateBehind[i + 1]! + late;
      this.delaySlack[i] = wait + Math.min(slacks[i]!, this.delaySlack[i + 1]!);
      this.lateSlack[i] = wait + Math.min(toLate, this.lateSlack[i + 1]!);
      // Who is late already gets later with every second.
      this.keepSlack[i] = late > 0 ? 0 : wait + Math.min(slacks[i]!, this.keepSlack[i + 1]!);
    }
  }

  /** From a visit put into a gap on to what is behind the gap, going back to load first where the route does. */
  secondsOnwards(outSeconds: Float64Array, gap: number): number {
    const reload = this.reloadSeconds[gap]!;
    return reload < 0 ? (outSeconds[gap + 1] ?? 0) : outSeconds[0]! + reload;
  }

  /** Checking in at what is behind a gap, coming from `here` or, where the route loads again, from the depot. */
  checkInFrom(gap: number, here: BoardPoint | undefined): number {
    const visit = this.sequence[gap];
    return visit ? checkInAt(visit, this.reloadSeconds[gap]! < 0 ? here : this.route.start) : 0;
  }

  metersOnwards(outMeters: Float64Array, gap: number): number {
    const reload = this.reloadMeters[gap]!;
    return reload < 0 ? (outMeters[gap + 1] ?? 0) : outMeters[0]! + reload;
  }

  /** Sets the clock to what it is in front of a gap. */
  enter(clock: ServiceClock, gap: number): void {
    clock.seconds = this.seconds[gap]!;
    clock.waited = this.waited[gap]!;
    clock.delay = this.delay[gap]!;
    clock.late = this.late[gap]!;
    clock.rested = 0;
    clock.notBefore = this.route.underWay?.asOfSeconds ?? 0;
  }

  /**
   * Lets the clock run over everything behind a gap to the return, reached over a leg of so many seconds from `here`: at
   * once where the delay is swallowed by waiting and slack, else visit by visit until it is. Gives up with endless
   * lateness as soon as it is certain to exceed `mostLate`.
   */
  finish(
    clock: ServiceClock,
    gap: number,
    here: BoardPoint,
    legSeconds: number,
    mostLate = Number.POSITIVE_INFINITY,
  ): void {
    let leg = legSeconds;
    let checkIn = this.checkInFrom(gap, here);
    for (let i = gap; i < this.sequence.length; i++) {
      const later = Math.max(clock.notBefore, clock.seconds + leg) + checkIn - this.ready[i]!;
      if (later >= 0) {
        if (later <= this.keepSlack[i]!) {
          this.absorb(clock, i, later);
          return;
        }
        if (clock.late + this.lateBehind[i]! + Math.max(0, later - this.lateSlack[i]!) > mostLate) {
          clock.late = Number.POSITIVE_INFINITY;
          return;
        }
      }
      serve(clock, this.sequence[i]!, leg, checkIn);
      leg = this.legSeconds[i + 1]!;
      checkIn = this.checkIns[i + 1]!;
    }
    clock.seconds = Math.max(clock.notBefore, clock.seconds + leg);
  }

  private absorb(clock: ServiceClock, gap: number, later: number): void {
    clock.delay = Math.min(clock.delay, clock.waited + this.delaySlack[gap]! - later);
    clock.waited += Math.max(0, this.waitBehind[gap]! - later);
    clock.late += this.lateBehind[gap]!;
    clock.seconds = this.endSeconds + Math.max(0, later - this.waitBehind[gap]!);
  }
}

const cachesOfVisits = new WeakMap<PlanBoard["visits"], WeakMap<BoardRoute, RouteCaches>>();

/** The caches of a route as it is on the board. */
export function routeCaches(board: Pick<PlanBoard, "visits">, route: BoardRoute): RouteCaches {
  const known = cachesOfVisits.get(board.visits) ?? new WeakMap<BoardRoute, RouteCaches>();
  const caches = known.get(route) ?? new RouteCaches(route, visitsOf(board, route), legsOf(route));
  cachesOfVisits.set(board.visits, known.set(route, caches));
  return caches;
}

function visitsOf(board: Pick<PlanBoard, "visits">, route: BoardRoute): BoardVisit[] {
  return route.stops.map((stop) => boardVisit(board, stop.visitId));
}

/** An empty route goes nowhere. */
function legsOf({ stops, returnLeg }: BoardRoute): RouteLeg[] {
  return routeLegs(stops, stops.length > 0 ? returnLeg : null);
}

/** The caches of a sequence that is not, or not yet, the route's own. */
export function sequenceCaches(
  route: BoardRoute,
  sequence: readonly BoardVisit[],
  legs: LegSource,
  reloads: readonly SequenceReload[] = keptReloads(
    route,
    sequence.map(({ id }) => id),
  ),
): RouteCaches {
  const points = routePoints(route, sequence);
  const { profile } = route.vehicle;
  const loading = new Map(reloads.map(({ visitId, loadSeconds }) => [visitId, loadSeconds]));
  const driven = points.slice(1).map((point, index): RouteLeg => {
    const from = points[index]!;
    const loadSeconds = index < sequence.length ? loading.get(point.id) : undefined;
    if (loadSeconds === undefined) return legs(from, point, profile);
    return { ...legs(route.start, point, profile), reload: { leg: legs(from, route.start, profile), loadSeconds } };
  });
  return new RouteCaches(route, sequence, driven);
}

/** The caches of a route without some of its visits. */
export function cachesWithout(
  board: Pick<PlanBoard, "visits">,
  route: BoardRoute,
  visitIds: ReadonlySet<string>,
  legs: LegSource,
): RouteCaches {
  const whole = routeCaches(board, route);
  const rest = whole.sequence.filter((visit) => !visitIds.has(visit.id));
  return rest.length === whole.sequence.length ? whole : sequenceCaches(route, rest, legs);
}
