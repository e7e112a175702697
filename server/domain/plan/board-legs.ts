import { estimateLeg } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { BoardLeg, BoardPoint, BoardRoute, PlanBoard } from "./plan-board";

/** The leg between two points for a vehicle profile: known, or estimated and marked so. Always answers. */
export type LegSource = (from: BoardPoint, to: BoardPoint, profile: TravelProfile) => BoardLeg;

interface KnownLegs {
  /** Each visit has one way in. */
  readonly into: ReadonlyMap<string, { fromId: string; profile: TravelProfile; leg: BoardLeg }>;
  /** Each last visit has one way back. */
  readonly back: ReadonlyMap<string, { toId: string; profile: TravelProfile; leg: BoardLeg }>;
}

const knownOfRoutes = new WeakMap<readonly BoardRoute[], KnownLegs>();
const NO_LEG: BoardLeg = { durationSeconds: 0, distanceMeters: 0, isEstimate: true };

/** Legs that the board's routes already drive are taken from there; others are estimated with the day's calibration. */
export function boardLegs(board: Pick<PlanBoard, "routes" | "calibrations">): LegSource {
  const known = knownLegs(board.routes);
  return (from, to, profile) => {
    const into = known.into.get(to.id);
    if (into && into.fromId === from.id && into.profile === profile) return into.leg;
    const back = known.back.get(from.id);
    if (back && back.toId === to.id && back.profile === profile) return back.leg;
    if (!from.position || !to.position) return NO_LEG;
    return { ...estimateLeg(from.position, to.position, profile, board.calibrations[profile]), isEstimate: true };
  };
}

function knownLegs(routes: readonly BoardRoute[]): KnownLegs {
  const known = knownOfRoutes.get(routes);
  if (known) return known;
  const into = new Map<string, { fromId: string; profile: TravelProfile; leg: BoardLeg }>();
  const back = new Map<string, { toId: string; profile: TravelProfile; leg: BoardLeg }>();
  for (const { stops, start, end, returnLeg, vehicle } of routes) {
    let fromId = start.id;
    for (const stop of stops) {
      into.set(stop.visitId, { fromId, profile: vehicle.profile, leg: stop.leg });
      fromId = stop.visitId;
    }
    if (end && returnLeg && stops.length > 0)
      back.set(fromId, { toId: end.id, profile: vehicle.profile, leg: returnLeg });
  }
  const legs = { into, back };
  knownOfRoutes.set(routes, legs);
  return legs;
}

/** The points a route drives to in turn, from its start to its end. */
export function routePoints(route: Pick<BoardRoute, "start" | "end">, visits: readonly BoardPoint[]): BoardPoint[] {
  return route.end ? [route.start, ...visits, route.end] : [route.start, ...visits];
}
