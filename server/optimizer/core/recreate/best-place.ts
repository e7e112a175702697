import { type ArrivalMatrix, arrivalMatrix } from "../problem/arrival-matrix";
import { type CoreProblem, endNode, hasTightWindows, startNode } from "../problem/core-problem";
import { likelyNeighbours, type NeighbourLists } from "../problem/nearest-visits";
import { NONE } from "../problem/problem-input";
import type { Random } from "../search/random";
import type { RouteState } from "../state/route-state";
import { JobPrices } from "./job-prices";
import { PairPlaces } from "./pair-places";
import { RefusalMemo } from "./refusal-memo";

/** Up to this many visits every place is tried; beyond, those next to likely neighbours. */
const FULL_SCAN_UP_TO = 300;
const NEIGHBOURS = 50;

type Fits = (visit: number, route: number, before: number, after: number) => boolean;
const always: Fits = () => true;

/**
 * The cheapest feasible place for a job. Distance is compared before any rule is asked, so rules only see places that
 * would be an improvement, and the paid duration is computed for those that pass. A blink skips a place on purpose. An
 * optional job has no place that costs as much as its prize.
 */
export class BestPlace {
  /** Results of the last `find`: nodes to insert after, `NONE` if there is no place. */
  before = NONE;
  beforeDropoff = NONE;
  /** The node behind which the vehicle goes back to load first, `NONE` if it need not. */
  tripBehind = NONE;
  /** Cost added there, in core units: exact but for the waiting a pair may save or cause. */
  cost = Number.POSITIVE_INFINITY;

  private readonly likely: NeighbourLists | undefined;
  private readonly pairs: PairPlaces;
  private readonly refusals: RefusalMemo;
  private readonly prices: JobPrices;
  /** What the job looked for may cost. */
  private bound = Number.POSITIVE_INFINITY;
  /** Paid on top for an optional job, where several may be worth together what none is alone. */
  generosity = 0;
  private readonly admits: readonly ((job: number, route: number) => boolean)[];
  // The first rules have their own call sites: with one target each the engine inlines them, a loop over all cannot.
  private readonly fits0: Fits;
  private readonly fits1: Fits;
  private readonly fits2: Fits;
  private readonly moreFits: readonly Fits[];
  private untilBlink = Number.POSITIVE_INFINITY;
  private blinkRate = 0;
  private blinked = false;
  /** Whether jobs are out that most routes refuse: then refusals are worth remembering, and time is asked first. */
  isCrowded = false;
  private readonly isTimed: boolean;
  /** Per travel profile. */
  private readonly arrivals: readonly ArrivalMatrix[];
  /** Scan in which a neighbour was looked behind, and ahead of. */
  private readonly behindAt: Int32Array;
  private readonly aheadAt: Int32Array;
  /** Scan in which a route was asked, and what it answered. */
  private readonly askedAt: Int32Array;
  private readonly isOpen: Uint8Array;
  private readonly routePrice: Float64Array;
  private scan = 0;

  constructor(
    private readonly problem: CoreProblem,
    private readonly state: RouteState,
    private readonly random: Random,
  ) {
    const fits = state.rules.map((rule) => rule.fits).filter((check) => check !== undefined);
    this.fits0 = fits[0] ?? always;
    this.fits1 = fits[1] ?? always;
    this.fits2 = fits[2] ?? always;
    this.moreFits = fits.slice(3);
    this.isTimed = hasTightWindows(problem);
    this.arrivals = problem.input.profiles.map(arrivalMatrix);
    this.behindAt = new Int32Array(problem.nodeCount);
    this.aheadAt = new Int32Array(problem.nodeCount);
    this.askedAt = new Int32Array(problem.vehicleCount);
    this.isOpen = new Uint8Array(problem.vehicleCount);
    this.routePrice = new Float64Array(problem.vehicleCount);
    this.admits = state.rules.map((rule) => rule.admits).filter((check) => check !== undefined);
    this.likely = problem.visitCount > FULL_SCAN_UP_TO ? likelyNeighbours(problem, NEIGHBOURS) : undefined;
    this.pairs = new PairPlaces(problem, state);
    this.refusals = new RefusalMemo(problem, state);
    this.prices = new JobPrices(problem, state);
  }

  /** Chance that a place is overlooked; 0 makes the search exhaustive. */
  blinkAt(rate: number): void {
    this.blinkRate = rate;
    this.untilBlink = rate > 0 ? this.random.failuresBefore(rate) : Number.POSITIVE_INFINITY;
  }

  /** Looks near likely neighbours first where the problem is large, and everywhere if that finds nothing. */
  find(job: number): boolean {
    this.reset(job);
    if (this.likely !== undefined && this.problem.partner[job] < 0) {
      this.scanNeighbours(job, this.likely);
      this.scanEmptyRoutes(job);
      this.scanNewTrips(job);
      if (this.before >= 0) return true;
    }
    return this.findAnywhere(job);
  }

  /** Looks near likely neighbours and on the routes the move has touched: where others than before may have a place. */
  findNearby(job: number): boolean {
    if (this.likely === undefined || this.problem.partner[job] >= 0) return this.findAnywhere(job);
    this.reset(job);
    this.scanNeighbours(job, this.likely);
    this.scanEmptyRoutes(job);
    this.scanNewTrips(job);
    if (this.before >= 0) return true;
    for (let i = 0; i < this.state.touchedCount; i++) this.scanRoute(job, this.state.touchedRoute(i));
    return this.before >= 0;
  }

  findAnywhere(job: number): boolean {
    this.reset(job);
    const { used, usedCount } = this.state;
    for (let i = 0; i < usedCount; i++) this.scanRoute(job, used[i]);
    this.scanEmptyRoutes(job);
    this.scanNewTrips(job);
    return this.before >= 0;
  }

  /** Looks on one route only, overlooking no place. */
  findOn(job: number, route: number): boolean {
    this.reset(job);
    if (this.admitted(job, route)) this.scanPlaces(job, route);
    return this.before >= 0;
  }

  private reset(job: number): void {
    this.before = NONE;
    this.beforeDropoff = NONE;
    this.tripBehind = NONE;
    this.bound = this.problem.jobPrize[job] + this.generosity;
    this.cost = this.bound;
    this.prices.begin();
  }

  private admitted(job: number, route: number): boolean {
    for (let i = 0; i < this.admits.length; i++) if (!this.admits[i](job, route)) return false;
    return true;
  }

  private scanEmptyRoutes(job: number): void {
    if (this.state.usedCount >= this.state.routeLimit) return;
    // Where fewest vehicles are wanted, no prize is worth one.
    if (this.problem.isOptional[job] && this.problem.input.fewestVehicles) return;
    const { count } = this.state.links;
    for (const members of this.problem.classMembers) {
      for (let i = 0; i < members.length; i++) {
        if (count[members[i]] > 0) continue;
        this.scanRoute(job, members[i]);
        break;
      }
    }
  }

  /** Trips of its own for the job, in front of, between and behind those there are. */
  private scanNewTrips(job: number): void {
    const { problem, state } = this;
    if (!problem.hasReloads) return;
    const { next } = state.links;
    for (let i = 0; i < state.usedCount; i++) {
      const route = state.used[i];
      if (state.isBroken(route) || state.spareReload(route) < 0 || !this.admitted(job, route)) continue;
      const start = startNode(problem, route);
      const end = endNode(problem, route);
      if (problem.firstBefore[route] === start) this.tryTrip(job, route, start);
      for (let node = next[start]; node !== end; node = next[node]) {
        // Only behind the last visit of a trip, and of those that are bound.
        const isLast = node < problem.visitCount && next[node] >= problem.visitCount;
        if (isLast && !this.blinks()) this.tryTrip(job, route, node);
      }
    }
  }

  /** Opens a trip behind a node (at the start: lets the rest of the route be one) to see what the job would cost on it. */
  private tryTrip(job: number, route: number, behind: number): void {
    const { problem, state } = this;
    const least = this.detour(route, behind, problem.firstReload[route], job) * problem.costPerMeter[route];
    if (least >= this.cost) return;
    const version = state.version[route];
    const costBefore = state.totalCost;
    const known = this.cost;
    const reload = state.openTrip(behind);
    if (!state.isBroken(route)) {
      const opening = state.totalCost - costBefore + this.prices.onRoute(job, route);
      if (problem.partner[job] >= 0) this.scanPair(job, route, opening);
      else {
        const before = behind < problem.visitCount ? reload : behind;
        const after = state.links.next[before];
        const cost = opening + this.detour(route, before, job, NONE) * problem.costPerMeter[route];
        if (cost < this.cost) this.offer(job, route, before, after, cost);
      }
    }
    state.closeTrip(reload, version);
    if (this.cost < known) this.tripBehind = behind;
  }

  /** Metres added by one or two nodes behind another. */
  private detour(route: number, before: number, first: number, second: number): number {
    const { location, input } = this.problem;
    const { distanceMeters, size } = input.profiles[input.vehicleProfile[route]];
    const { next, legDistance } = this.state.links;
    const meters = (from: number, to: number) =>
      location[to] < 0 ? 0 : distanceMeters[location[from] * size + location[to]];
    const after = next[before];
    const through = second < 0 ? meters(first, after) : meters(first, second) + meters(second, after);
    return meters(before, first) + through - legDistance[before];
  }

  private scanRoute(job: number, route: number): void {
    if (!this.isCrowded) {
      if (this.admitted(job, route)) this.scanPlaces(job, route);
      return;
    }
    const trusted = this.trustsRefusals();
    if ((trusted && this.refusals.isRefused(job, route)) || !this.admitted(job, route)) return;
    const isFirst = this.before < 0;
    this.blinked = false;
    this.scanPlaces(job, route);
    if (trusted && isFirst && this.before < 0 && !this.blinked) this.refusals.refuse(job, route);
  }

  /** Whether a job refused before would be again: not if it was, or is, for its price, and that may have changed. */
  private trustsRefusals(): boolean {
    return this.bound === Number.POSITIVE_INFINITY || (this.generosity === 0 && !this.prices.areVaried);
  }

  private scanPlaces(job: number, route: number): void {
    const { problem, state } = this;
    const isEmpty = state.links.count[route] === 0;
    const opening = (isEmpty ? problem.fixedCost[route] : 0) + this.prices.onRoute(job, route);
    if (problem.partner[job] >= 0) {
      this.scanPair(job, route, opening);
      return;
    }
    const { next, legDistance } = state.links;
    const { departure, latestArrival } = state.schedule;
    const { location } = problem;
    const profile = problem.input.vehicleProfile[route];
    const { distanceMeters, size } = problem.input.profiles[profile];
    const { distanceMeters: wayTo, toStride, fromStride } = this.arrivals[profile];
    const costPerMeter = problem.costPerMeter[route];
    const row = location[job] * size;
    const rowTo = location[job] * toStride;
    const lastClose = problem.lastClose[job];
    const open = problem.open[job];
    const service = problem.service[job];
    const timeFirst = this.isTimed || this.isCrowded;
    const end = endNode(problem, route);
    for (let before = problem.firstBefore[route]; before !== end; before = next[before]) {
      const departs = departure[before];
      if (departs > lastClose) break;
      const after = next[before];
      // Too late even without any travel: the matrix need not be read.
      if (timeFirst && Math.max(departs, open) + service > latestArrival[after]) continue;
      if (this.blinks()) continue;
      const out = location[after] < 0 ? 0 : distanceMeters[row + location[after]];
      // An unused vehicle is not driven, so its way from start to end is nothing to save.
      const saved = isEmpty ? 0 : legDistance[before];
      const detour = wayTo[rowTo + location[before] * fromStride] + out - saved;
      const cost = opening + detour * costPerMeter;
      if (cost < this.cost) this.offer(job, route, before, after, cost);
    }
  }

  /** Tries the places right before and right behind each likely neighbour, none twice. */
  private scanNeighbours(job: number, likely: NeighbourLists): void {
    const { problem, state, behindAt, aheadAt, askedAt } = this;
    const { next, prev, route: routeOf, legDistance } = state.links;
    const { departure, latestArrival } = state.schedule;
    const { location, costPerMeter } = problem;
    const { profiles, vehicleProfile } = problem.input;
    const open = problem.open[job];
    const service = problem.service[job];
    const timeFirst = this.isTimed || this.isCrowded;
    const here = location[job];
    const scan = ++this.scan;
    const first = likely.rowOf(job);
    for (let i = first; i < first + likely.width; i++) {
      const neighbour = likely.visits[i];
      if (neighbour < 0) break;
      const route = routeOf[neighbour];
      if (route < 0 || this.blinks()) continue;
      if (askedAt[route] !== scan) this.ask(job, route);
      if (!this.isOpen[route]) continue;
      const profile = vehicleProfile[route];
      const { distanceMeters, size } = profiles[profile];
      const { distanceMeters: wayTo, toStride, fromStride } = this.arrivals[profile];
      const row = here * size;
      const rowTo = here * toStride;
      const there = location[neighbour];
      const price = this.routePrice[route];
      const before = prev[neighbour];
      // As in `scanPlaces`.
      const inTimeAhead = !timeFirst || Math.max(departure[before], open) + service <= latestArrival[neighbour];
      if (inTimeAhead && behindAt[before] !== scan) {
        const ahead = wayTo[rowTo + location[before] * fromStride] + distanceMeters[row + there] - legDistance[before];
        const cost = price + ahead * costPerMeter[route];
        if (cost < this.cost) this.offer(job, route, before, neighbour, cost);
      }
      aheadAt[neighbour] = scan;
      behindAt[neighbour] = scan;
      const after = next[neighbour];
      if (aheadAt[after] === scan) continue;
      if (timeFirst && Math.max(departure[neighbour], open) + service > latestArrival[after]) continue;
      const out = location[after] < 0 ? 0 : distanceMeters[row + location[after]];
      const behind = wayTo[rowTo + there * fromStride] + out - legDistance[neighbour];
      const cost = price + behind * costPerMeter[route];
      if (cost < this.cost) this.offer(job, route, neighbour, after, cost);
    }
  }

  /** Whether a route takes the job at all, and for how much more than the way. */
  private ask(job: number, route: number): void {
    const isRefused = this.isCrowded && this.trustsRefusals() && this.refusals.isRefused(job, route);
    const isOpen = !isRefused && this.admitted(job, route);
    this.askedAt[route] = this.scan;
    this.isOpen[route] = isOpen ? 1 : 0;
    this.routePrice[route] = isOpen ? this.prices.onRoute(job, route) : 0;
  }

  /** Takes a place whose distance is an improvement if the rules agree and time does not make it dearer. */
  private offer(job: number, route: number, before: number, after: number, distanceCost: number): void {
    if (!this.fits0(job, route, before, after)) return;
    if (!this.fits1(job, route, before, after)) return;
    if (!this.fits2(job, route, before, after)) return;
    for (let i = 0; i < this.moreFits.length; i++) if (!this.moreFits[i](job, route, before, after)) return;
    let cost = distanceCost;
    const costPerSecond = this.problem.costPerSecond[route];
    if (costPerSecond > 0) {
      cost += this.state.schedule.work.added(job, route, before, after) * costPerSecond;
      if (cost >= this.cost) return;
    }
    if (this.prices.dependOnPlace) {
      cost += this.prices.atPlace(job, route, before, after);
      if (cost >= this.cost) return;
    }
    this.cost = cost;
    this.before = before;
    this.tripBehind = NONE;
  }

  private scanPair(job: number, route: number, opening: number): void {
    if (!this.pairs.scan(job, route, opening, this.cost, this.skips)) return;
    this.tripBehind = NONE;
    this.cost = this.pairs.cost;
    this.before = this.pairs.before;
    this.beforeDropoff = this.pairs.beforeDropoff;
  }

  private readonly skips = () => this.blinks();

  private blinks(): boolean {
    if (this.untilBlink-- > 0) return false;
    this.untilBlink = this.random.failuresBefore(this.blinkRate);
    this.blinked = true;
    return true;
  }
}
