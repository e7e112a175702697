import "server-only";
import type { RouteRow, StopRow } from "@/db/queries/plan/load-routes";
import { distanceMeters } from "@/server/domain/geo";
import { boardLegs, type LegSource } from "@/server/domain/plan/board-legs";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import {
  type BoardLeg,
  type BoardPoint,
  type BoardRoute,
  boardVisit,
  type PlanBoard,
  routeVisitIds,
} from "@/server/domain/plan/plan-board";
import { drivenLegs, drivenPoints, keptReloads } from "@/server/domain/plan/reload-trips";
import { decodePolyline } from "@/server/domain/polyline";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { TravelOptions, TravelPort } from "@/server/ports/travel";

export interface ShapedLeg {
  readonly leg: BoardLeg;
  /** Encoded polyline (precision 5); empty when only estimated. */
  readonly shape: string;
}

type LegAsking = Pick<TravelOptions, "signal" | "enough" | "onRoadsFailure">;

/** Keeps a roads server busy without crowding others out. */
const CALLS_AT_ONCE = 4;

/** Legs between points that were asked of the travel port, or are driven already; everything else is an estimate. */
export class LegBook {
  private readonly legs = new Map<string, ShapedLeg>();

  add(from: BoardPoint, to: BoardPoint, profile: TravelProfile, leg: ShapedLeg): void {
    this.legs.set(keyOf(from, to, profile), leg);
  }

  find(from: BoardPoint, to: BoardPoint, profile: TravelProfile): ShapedLeg | undefined {
    return this.legs.get(keyOf(from, to, profile));
  }

  /** Those of the sequences' legs that nobody drives now, with the points they join. */
  newLegs(
    stored: LegBook,
    board: PlanBoard,
    sequences: readonly RouteSequence[],
  ): { fromId: string; toId: string; shaped: ShapedLeg }[] {
    return sequences.flatMap((sequence) => {
      const route = board.routes.find((each) => each.id === sequence.routeId)!;
      const points = pointsOf(board, route, sequence);
      return points.slice(1).flatMap((to, index) => {
        const from = points[index]!;
        const shaped = this.find(from, to, route.vehicle.profile);
        const isStored = stored.find(from, to, route.vehicle.profile) !== undefined;
        return shaped && !isStored ? [{ fromId: from.id, toId: to.id, shaped }] : [];
      });
    });
  }

  /** Takes over what this book does not hold yet. */
  addMissing(other: LegBook): void {
    for (const [key, leg] of other.legs) if (!this.legs.has(key)) this.legs.set(key, leg);
  }

  /** Takes the other's roads over where this book has guessed, as long as they join the same places as then. */
  keepRoads(other: LegBook, board: PlanBoard, sequences: readonly RouteSequence[]): void {
    for (const sequence of sequences) {
      const route = board.routes.find((each) => each.id === sequence.routeId)!;
      const points = pointsOf(board, route, sequence);
      points.slice(1).forEach((to, index) => {
        const from = points[index]!;
        const [mine, theirs] = [this, other].map((book) => book.find(from, to, route.vehicle.profile));
        if (!mine?.leg.isEstimate || !theirs || theirs.leg.isEstimate) return;
        if (isBetween(theirs.shape, from, to)) this.add(from, to, route.vehicle.profile, theirs);
      });
    }
  }

  /** True when a leg of the sequence is not the same in the other book. */
  differsFrom(other: LegBook, board: PlanBoard, sequence: RouteSequence): boolean {
    const route = board.routes.find((each) => each.id === sequence.routeId)!;
    const points = pointsOf(board, route, sequence);
    return points.slice(1).some((to, index) => {
      const mine = this.find(points[index]!, to, route.vehicle.profile);
      const theirs = other.find(points[index]!, to, route.vehicle.profile);
      return (
        mine?.shape !== theirs?.shape ||
        mine?.leg.durationSeconds !== theirs?.leg.durationSeconds ||
        mine?.leg.distanceMeters !== theirs?.leg.distanceMeters
      );
    });
  }

  /** What the stored routes drive. */
  addStored(board: PlanBoard, stops: readonly StopRow[], routes: readonly RouteRow[]): void {
    const rows = new Map(stops.map((stop) => [stop.visitId, stop]));
    const returnShapes = new Map(routes.map((route) => [route.id, route.returnShape]));
    for (const route of board.routes) {
      const points = pointsOf(board, route);
      const shapes = route.stops.flatMap(({ visitId }) => {
        const { legShape, reload } = rows.get(visitId)!;
        return reload ? [reload.legShape, legShape] : [legShape];
      });
      drivenLegs(route).forEach((leg, index) => {
        const shape = shapes[index] ?? returnShapes.get(route.id)!;
        this.add(points[index]!, points[index + 1]!, route.vehicle.profile, { leg, shape });
      });
    }
  }

  /** This book's legs first, then the board's own estimates. */
  source(board: PlanBoard): LegSource {
    const estimate = boardLegs(board);
    return (from, to, profile) => this.find(from, to, profile)?.leg ?? estimate(from, to, profile);
  }

  /**
   * Asks the travel port for what the sequences need and the book does not hold; neighbouring legs in one call, a few
   * calls at a time. What nobody was asked about by the time of `enough` is left out.
   */
  async fetchMissing(
    travel: TravelPort,
    board: PlanBoard,
    sequences: readonly RouteSequence[],
    asking: LegAsking = {},
  ): Promise<void> {
    const { enough, ...options } = asking;
    const runs = sequences.flatMap((sequence) => {
      const route = board.routes.find((each) => each.id === sequence.routeId)!;
      const { profile } = route.vehicle;
      return this.missingRuns(route, pointsOf(board, route, sequence)).map((run) => ({ run, profile }));
    });
    const waiting = runs.values();
    const work = async () => {
      for (const { run, profile } of waiting) {
        if (enough?.aborted) return;
        await this.fetchRun(travel, run, profile, { ...options, calibration: board.calibrations[profile] });
      }
    };
    await Promise.all(Array.from({ length: Math.min(CALLS_AT_ONCE, runs.length) }, work));
  }

  /** True when a way of the sequence between two known places is in this book not at all. */
  lacks(board: PlanBoard, sequence: RouteSequence): boolean {
    const route = board.routes.find((each) => each.id === sequence.routeId)!;
    return this.missingRuns(route, pointsOf(board, route, sequence)).length > 0;
  }

  private missingRuns(route: BoardRoute, points: readonly BoardPoint[]): BoardPoint[][] {
    const runs: BoardPoint[][] = [];
    let run: BoardPoint[] = [];
    for (let i = 1; i < points.length; i++) {
      const [from, to] = [points[i - 1]!, points[i]!];
      const isMissing = from.position && to.position && !this.find(from, to, route.vehicle.profile);
      if (!isMissing) {
        run = [];
        continue;
      }
      if (run.length === 0) {
        run = [from];
        runs.push(run);
      }
      run.push(to);
    }
    return runs;
  }

  private async fetchRun(
    travel: TravelPort,
    run: readonly BoardPoint[],
    profile: TravelProfile,
    options: TravelOptions,
  ): Promise<void> {
    const positions = run.map((point) => point.position!);
    const legs = await travel.legs(positions, profile, options);
    legs.forEach(({ durationSeconds, distanceMeters, shape, source }, index) => {
      const leg = { durationSeconds, distanceMeters, isEstimate: source === "estimate" };
      this.add(run[index]!, run[index + 1]!, profile, { leg, shape: shape ?? "" });
    });
  }
}

/** The points a route drives to in turn; with a sequence, as if it drove that. An empty route goes nowhere. */
export function pointsOf(
  board: PlanBoard,
  route: BoardRoute,
  sequence: Pick<RouteSequence, "visitIds" | "reloads"> = { visitIds: routeVisitIds(route) },
): BoardPoint[] {
  const { visitIds, reloads = keptReloads(route, visitIds) } = sequence;
  if (visitIds.length === 0) return [route.start];
  return drivenPoints(
    route,
    visitIds.map((visitId) => boardVisit(board, visitId)),
    reloads,
  );
}

/** Farther from the road than this is another place: a pin that was moved since. */
const AT_DOOR_METERS = 300;

function isBetween(shape: string, from: BoardPoint, to: BoardPoint): boolean {
  const way = decodePolyline(shape);
  const ends = [
    [way[0], from.position],
    [way.at(-1), to.position],
  ];
  return ends.every(([at, door]) => at && door && distanceMeters(at, door) <= AT_DOOR_METERS);
}

function keyOf(from: BoardPoint, to: BoardPoint, profile: TravelProfile): string {
  return `${from.id}>${to.id}>${profile}`;
}
