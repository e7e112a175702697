import { type LegSource, type LegsAround, legsAround } from "../board-legs";
import { checkInAt } from "../check-in";
import type { BoardVisit } from "../plan-board";
import { driveWithBreaks, type PutIn } from "./drive-with-breaks";
import type { RouteCaches } from "./route-caches";
import { mostLateBelow, overloadScore, timeScore } from "./route-score";
import { clockAt, type ServiceClock, serve } from "./service-clock";

/** A gap of a route for a visit, or one each for the halves of a pair; gap p is behind p visits. */
export interface RankedPosition {
  readonly index: number;
  /** The drop-off's gap: the pickup's or one behind it. A visit alone: `index`. */
  readonly dropoffIndex: number;
  /** `routeScore` of the route with them, and how long it is then. */
  readonly score: number;
  readonly distanceMeters: number;
  readonly driveSeconds: number;
}

const NOWHERE: RankedPosition = {
  index: 0,
  dropoffIndex: 0,
  score: Number.POSITIVE_INFINITY,
  distanceMeters: 0,
  driveSeconds: 0,
};

/** Asks what more visits would make of a route, gap by gap. Exact: scores are those of `scheduleRoute`. */
export class PositionProbe {
  private readonly clock = clockAt(0);
  private readonly ahead = clockAt(0);
  private readonly gaps: number;
  /** Nothing gets in between the stops of a frozen front. */
  private readonly firstGap: number;

  constructor(
    private readonly caches: RouteCaches,
    private readonly legs: LegSource,
  ) {
    this.gaps = caches.sequence.length + 1;
    this.firstGap = caches.frontStops;
  }

  /** The first of the best gaps for a visit: constant time for most of them. */
  best(visit: BoardVisit): RankedPosition {
    const around = this.around(visit);
    let [index, score] = [this.firstGap, Number.POSITIVE_INFINITY];
    for (let gap = this.firstGap; gap < this.gaps; gap++) {
      const found = this.scoreAt(visit, around, gap, score);
      if (found < score) [index, score] = [gap, found];
    }
    return { index, dropoffIndex: index, score, ...this.lengthWith(around, index) };
  }

  private lengthWith(around: LegsAround, gap: number) {
    const { distanceMeters, driveSeconds, legMeters, legSeconds } = this.caches;
    const meters = around.intoMeters[gap]! + this.caches.metersOnwards(around.outMeters, gap) - legMeters[gap]!;
    const seconds = around.intoSeconds[gap]! + this.caches.secondsOnwards(around.outSeconds, gap) - legSeconds[gap]!;
    return { distanceMeters: distanceMeters + meters, driveSeconds: driveSeconds + seconds };
  }

  /** `routeScore` of the route with the visit in a gap; endless where that is certain not to be below `toBeat`. */
  scoreAt(visit: BoardVisit, around: LegsAround, gap: number, toBeat = Number.POSITIVE_INFINITY): number {
    const { caches, clock } = this;
    if (caches.breaks.length > 0) driveWithBreaks(clock, caches, [this.putIn(visit, around, gap)]);
    else {
      caches.enter(clock, gap);
      serve(clock, visit, around.intoSeconds[gap]!, checkInAt(visit, caches.points[gap]));
      caches.finish(clock, gap, visit, caches.secondsOnwards(around.outSeconds, gap), mostLateBelow(toBeat));
    }
    const score = timeScore(caches.rules, clock, this.lengthWith(around, gap).distanceMeters);
    if (!(score < toBeat)) return Number.POSITIVE_INFINITY;
    return score + overloadScore(caches.rules, caches.loads.highestWith(visit, gap));
  }

  /** The best gaps for a pickup and its drop-off anywhere behind it, of all there are. */
  bestPair(pickup: BoardVisit, dropoff: BoardVisit): RankedPosition {
    const directly = this.legs(pickup, dropoff, this.caches.route.vehicle.profile);
    const pair = { pickup, dropoff, directly, toPickup: this.around(pickup), toDropoff: this.around(dropoff) };
    if (this.caches.breaks.length > 0) return this.bestPairWithBreaks(pair);
    let best = NOWHERE;
    // What stands at the end delays nobody: a good answer found there saves looking far into the bad ones.
    for (let index = this.gaps - 1; index >= this.firstGap; index--) best = this.bestDropoff(pair, index, best);
    return best;
  }

  private bestPairWithBreaks(pair: PairLegs): RankedPosition {
    const { caches, clock, firstGap, gaps } = this;
    const { pickup, dropoff, directly, toPickup, toDropoff } = pair;
    let best = NOWHERE;
    for (let gap = gaps - 1; gap >= firstGap; gap--) {
      for (let behind = gap; behind < gaps; behind++) {
        const second = this.putIn(dropoff, toDropoff, behind);
        const isNext = behind === gap;
        const putIn = [
          this.putIn(pickup, toPickup, gap),
          isNext ? { ...second, intoSeconds: directly.durationSeconds } : second,
        ];
        driveWithBreaks(clock, caches, putIn);
        const length = this.lengthWithPair(pair, gap, behind);
        let score = timeScore(caches.rules, clock, length.distanceMeters);
        if (score >= best.score) continue;
        score += overloadScore(caches.rules, caches.loads.highestWithPair(pickup, gap, dropoff, behind));
        if (score < best.score) best = { index: gap, dropoffIndex: behind, score, ...length };
      }
    }
    return best;
  }

  private putIn(visit: BoardVisit, around: LegsAround, gap: number): PutIn {
    const outSeconds = this.caches.secondsOnwards(around.outSeconds, gap);
    return { visit, gap, intoSeconds: around.intoSeconds[gap]!, outSeconds };
  }

  /** The best gap for the drop-off of a pickup that stands in a gap, if it is better than what is known. */
  private bestDropoff(pair: PairLegs, gap: number, known: RankedPosition): RankedPosition {
    const { caches, clock, ahead } = this;
    const { pickup, dropoff, directly, toPickup, toDropoff } = pair;
    const { rules } = caches;
    let best = known;
    caches.enter(clock, gap);
    serve(clock, pickup, toPickup.intoSeconds[gap]!, checkInAt(pickup, caches.points[gap]));
    for (let behind = gap; behind < this.gaps; behind++) {
      const isNext = behind === gap;
      copyClock(clock, ahead);
      const checkIn = checkInAt(dropoff, isNext ? pickup : caches.points[behind]);
      serve(ahead, dropoff, isNext ? directly.durationSeconds : toDropoff.intoSeconds[behind]!, checkIn);
      caches.finish(
        ahead,
        behind,
        dropoff,
        caches.secondsOnwards(toDropoff.outSeconds, behind),
        mostLateBelow(best.score),
      );
      const length = this.lengthWithPair(pair, gap, behind);
      let score = timeScore(rules, ahead, length.distanceMeters);
      if (score < best.score) score += overloadScore(rules, caches.loads.highestWithPair(pickup, gap, dropoff, behind));
      if (score < best.score) best = { index: gap, dropoffIndex: behind, score, ...length };
      if (behind + 1 === this.gaps || clock.late > mostLateBelow(best.score)) break;
      const next = caches.sequence[behind]!;
      const onwards = caches.secondsOnwards(toPickup.outSeconds, gap);
      if (isNext) serve(clock, next, onwards, caches.checkInFrom(gap, pickup));
      else serve(clock, next, caches.legSeconds[behind]!, caches.checkIns[behind]!);
    }
    return best;
  }

  private lengthWithPair({ directly, toPickup, toDropoff }: PairLegs, gap: number, behind: number) {
    const { distanceMeters, driveSeconds, legMeters, legSeconds } = this.caches;
    if (gap !== behind) {
      const one = this.lengthWith(toPickup, gap);
      const other = this.lengthWith(toDropoff, behind);
      return {
        distanceMeters: one.distanceMeters + other.distanceMeters - distanceMeters,
        driveSeconds: one.driveSeconds + other.driveSeconds - driveSeconds,
      };
    }
    const meters =
      toPickup.intoMeters[gap]! + directly.distanceMeters + this.caches.metersOnwards(toDropoff.outMeters, gap);
    const seconds =
      toPickup.intoSeconds[gap]! + directly.durationSeconds + this.caches.secondsOnwards(toDropoff.outSeconds, gap);
    return {
      distanceMeters: distanceMeters + meters - legMeters[gap]!,
      driveSeconds: driveSeconds + seconds - legSeconds[gap]!,
    };
  }

  /** The ways between a visit and each point of the route. */
  around(visit: BoardVisit): LegsAround {
    return legsAround(this.legs, visit, this.caches.points, this.caches.route.vehicle.profile);
  }
}

interface PairLegs {
  readonly pickup: BoardVisit;
  readonly dropoff: BoardVisit;
  readonly directly: { readonly durationSeconds: number; readonly distanceMeters: number };
  readonly toPickup: LegsAround;
  readonly toDropoff: LegsAround;
}

function copyClock(from: ServiceClock, to: ServiceClock): void {
  to.seconds = from.seconds;
  to.waited = from.waited;
  to.delay = from.delay;
  to.late = from.late;
  to.rested = from.rested;
  to.notBefore = from.notBefore;
}
