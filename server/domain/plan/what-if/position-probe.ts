import type { LegSource } from "../board-legs";
import type { BoardLeg, BoardPoint, BoardVisit } from "../plan-board";
import type { RouteCaches } from "./route-caches";
import { mostLateBelow, overloadScore, timeScore } from "./route-score";
import { clockAt, type ServiceClock, serve } from "./service-clock";

/** A gap of a route for a visit, or one each for the halves of a pair; gap p is behind p visits. */
export interface RankedPosition {
  readonly index: number;
  readonly score: number;
}

export interface RankedPairPosition extends RankedPosition {
  /** The drop-off's gap: the pickup's or one behind it. */
  readonly dropoffIndex: number;
}

type Travel = Pick<BoardLeg, "durationSeconds" | "distanceMeters">;
const NOWHERE: Travel = { durationSeconds: 0, distanceMeters: 0 };

/** Asks what more visits would make of a route, gap by gap. Exact: scores are those of `scheduleRoute`. */
export class PositionProbe {
  private readonly clock = clockAt(0);
  private readonly ahead = clockAt(0);

  constructor(
    private readonly caches: RouteCaches,
    private readonly legs: LegSource,
  ) {}

  /** The first of the best gaps for a visit: constant time for most of them. */
  best(visit: BoardVisit): RankedPosition {
    let best: RankedPosition = { index: 0, score: Number.POSITIVE_INFINITY };
    for (let index = 0; index < this.gaps; index++) {
      const score = this.scoreAt(visit, index, best.score);
      if (score < best.score) best = { index, score };
    }
    return best;
  }

  /** `routeScore` of the route with the visit in a gap; endless where that is certain not to be below `toBeat`. */
  scoreAt(visit: BoardVisit, gap: number, toBeat = Number.POSITIVE_INFINITY): number {
    const { caches, clock } = this;
    const into = this.leg(caches.points[gap], visit);
    const out = this.leg(visit, caches.points[gap + 1]);
    caches.enter(clock, gap);
    serve(clock, visit, into.durationSeconds);
    caches.finish(clock, gap, out.durationSeconds, mostLateBelow(toBeat));
    const meters = caches.distanceMeters - caches.legMeters[gap]! + into.distanceMeters + out.distanceMeters;
    const score = timeScore(caches.route.rules, clock, meters);
    if (!(score < toBeat)) return Number.POSITIVE_INFINITY;
    return score + overloadScore(caches.route.rules, caches.loads.highestWith(visit, gap));
  }

  /** The best gaps for a pickup and its drop-off anywhere behind it, of all there are. */
  bestPair(pickup: BoardVisit, dropoff: BoardVisit): RankedPairPosition {
    const intoDropoff = this.caches.points.slice(0, this.gaps).map((from) => this.leg(from, dropoff));
    const outOfDropoff = Array.from({ length: this.gaps }, (_, gap) => this.leg(dropoff, this.caches.points[gap + 1]));
    const around = { pickup, dropoff, intoDropoff, outOfDropoff, directly: this.leg(pickup, dropoff) };
    let best: RankedPairPosition = { index: 0, dropoffIndex: 0, score: Number.POSITIVE_INFINITY };
    for (let index = 0; index < this.gaps; index++) best = this.bestDropoff(around, index, best);
    return best;
  }

  /** The best gap for the drop-off of a pickup that stands in a gap, if it is better than what is known. */
  private bestDropoff(around: PairLegs, gap: number, known: RankedPairPosition): RankedPairPosition {
    const { caches, clock, ahead } = this;
    const { pickup, dropoff } = around;
    const into = this.leg(caches.points[gap], pickup);
    const out = this.leg(pickup, caches.points[gap + 1]);
    const withPickup = caches.distanceMeters - caches.legMeters[gap]! + into.distanceMeters;
    let best = known;
    caches.enter(clock, gap);
    serve(clock, pickup, into.durationSeconds);
    for (let behind = gap; behind < this.gaps; behind++) {
      const isNext = behind === gap;
      const hence = isNext ? around.directly : around.intoDropoff[behind]!;
      const onwards = around.outOfDropoff[behind]!;
      copyClock(clock, ahead);
      serve(ahead, dropoff, hence.durationSeconds);
      caches.finish(ahead, behind, onwards.durationSeconds, mostLateBelow(best.score));
      const between = isNext ? 0 : out.distanceMeters - caches.legMeters[behind]!;
      const meters = withPickup + between + hence.distanceMeters + onwards.distanceMeters;
      let score = timeScore(caches.route.rules, ahead, meters);
      if (score < best.score) {
        score += overloadScore(caches.route.rules, caches.loads.highestWithPair(pickup, gap, dropoff, behind));
      }
      if (score < best.score) best = { index: gap, dropoffIndex: behind, score };
      if (behind + 1 === this.gaps || clock.late > mostLateBelow(best.score)) break;
      serve(clock, caches.sequence[behind]!, isNext ? out.durationSeconds : caches.legSeconds[behind]!);
    }
    return best;
  }

  private get gaps(): number {
    return this.caches.sequence.length + 1;
  }

  /** No way at all behind the end of an open route. */
  private leg(from: BoardPoint | undefined, to: BoardPoint | undefined): Travel {
    return from && to ? this.legs(from, to, this.caches.route.vehicle.profile) : NOWHERE;
  }
}

interface PairLegs {
  readonly pickup: BoardVisit;
  readonly dropoff: BoardVisit;
  /** By gap, from what is in front of it and to what is behind it. */
  readonly intoDropoff: readonly Travel[];
  readonly outOfDropoff: readonly Travel[];
  readonly directly: Travel;
}

function copyClock(from: ServiceClock, to: ServiceClock): void {
  to.seconds = from.seconds;
  to.waited = from.waited;
  to.delay = from.delay;
  to.late = from.late;
}
