import { estimateLeg } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { BoardLeg, BoardPoint, BoardRoute, PlanBoard } from "./plan-board";
import type { Leg } from "./route-leg";

/** The leg between two points for a vehicle profile: known, or estimated and marked so. Always answers. */
export interface LegSource {
  (from: BoardPoint, to: BoardPoint, profile: TravelProfile): BoardLeg;
  /** The same legs in bulk, from each of the points to a visit and back: for sources that can answer quicker so. */
  readonly around?: (visit: BoardPoint, points: readonly BoardPoint[], profile: TravelProfile) => LegsAround;
}

/** By point: the way from it to one visit, and from that visit to it. Seconds and metres. */
export interface LegsAround {
  readonly intoSeconds: Float64Array;
  readonly intoMeters: Float64Array;
  readonly outSeconds: Float64Array;
  readonly outMeters: Float64Array;
}

interface KnownLeg {
  readonly fromId: string;
  readonly toId: string;
  readonly profile: TravelProfile;
  readonly leg: BoardLeg;
}

interface KnownLegs {
  /** Each visit has one way in. */
  readonly into: ReadonlyMap<string, KnownLeg>;
  /** Each visit has one way on: to the next, or back. */
  readonly out: ReadonlyMap<string, KnownLeg>;
}

const knownOfRoutes = new WeakMap<readonly BoardRoute[], KnownLegs>();
const NO_LEG: BoardLeg = { durationSeconds: 0, distanceMeters: 0, isEstimate: true };

/** Legs that the board's routes already drive are taken from there; others are estimated with the day's calibration. */
export function boardLegs(board: Pick<PlanBoard, "routes" | "calibrations">): LegSource {
  const known = knownLegs(board.routes);
  const estimated = (from: BoardPoint, to: BoardPoint, profile: TravelProfile) =>
    from.position && to.position
      ? estimateLeg(from.position, to.position, profile, board.calibrations[profile])
      : undefined;
  const leg = (from: BoardPoint, to: BoardPoint, profile: TravelProfile): BoardLeg => {
    for (const driven of [known.into.get(to.id), known.out.get(from.id)]) {
      if (driven?.fromId === from.id && driven.toId === to.id && driven.profile === profile) return driven.leg;
    }
    const guess = estimated(from, to, profile);
    return guess ? { ...guess, isEstimate: true } : NO_LEG;
  };
  const around = (visit: BoardPoint, points: readonly BoardPoint[], profile: TravelProfile): LegsAround => {
    const legs = noLegsAround(points.length);
    const into = known.into.get(visit.id);
    const out = known.out.get(visit.id);
    points.forEach((point, index) => {
      // Over a straight line it is as far there as back.
      const guess = estimated(point, visit, profile) ?? NO_LEG;
      const isInto = into?.fromId === point.id && into.profile === profile;
      const isOut = out?.toId === point.id && out.profile === profile;
      setLegsAround(legs, index, isInto ? into.leg : guess, isOut ? out.leg : guess);
    });
    return legs;
  };
  return Object.assign(leg, { around });
}

/** `LegSource.around`, leg by leg where the source has no quicker way. */
export function legsAround(
  legs: LegSource,
  visit: BoardPoint,
  points: readonly BoardPoint[],
  profile: TravelProfile,
): LegsAround {
  if (legs.around) return legs.around(visit, points, profile);
  const found = noLegsAround(points.length);
  points.forEach((point, index) => {
    setLegsAround(found, index, legs(point, visit, profile), legs(visit, point, profile));
  });
  return found;
}

function noLegsAround(count: number): LegsAround {
  const column = () => new Float64Array(count);
  return { intoSeconds: column(), intoMeters: column(), outSeconds: column(), outMeters: column() };
}

function setLegsAround(legs: LegsAround, index: number, into: Leg, out: Leg): void {
  legs.intoSeconds[index] = into.durationSeconds;
  legs.intoMeters[index] = into.distanceMeters;
  legs.outSeconds[index] = out.durationSeconds;
  legs.outMeters[index] = out.distanceMeters;
}

function knownLegs(routes: readonly BoardRoute[]): KnownLegs {
  const known = knownOfRoutes.get(routes);
  if (known) return known;
  const into = new Map<string, KnownLeg>();
  const out = new Map<string, KnownLeg>();
  for (const { stops, start, end, returnLeg, vehicle } of routes) {
    let fromId = start.id;
    stops.forEach(({ visitId, leg, reload }, index) => {
      if (reload) {
        out.set(fromId, { fromId, toId: start.id, profile: vehicle.profile, leg: reload.leg });
        into.set(visitId, { fromId: start.id, toId: visitId, profile: vehicle.profile, leg });
        fromId = visitId;
        return;
      }
      const driven = { fromId, toId: visitId, profile: vehicle.profile, leg };
      into.set(visitId, driven);
      if (index > 0) out.set(fromId, driven);
      fromId = visitId;
    });
    if (end && returnLeg && stops.length > 0) {
      out.set(fromId, { fromId, toId: end.id, profile: vehicle.profile, leg: returnLeg });
    }
  }
  const legs = { into, out };
  knownOfRoutes.set(routes, legs);
  return legs;
}

/** The points a route drives to in turn, from its start to its end; reloads are left out (`drivenPoints` has them). */
export function routePoints(route: Pick<BoardRoute, "start" | "end">, visits: readonly BoardPoint[]): BoardPoint[] {
  return route.end ? [route.start, ...visits, route.end] : [route.start, ...visits];
}
