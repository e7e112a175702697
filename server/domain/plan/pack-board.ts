import { withRoutes } from "./apply-board-patch";
import type { BoardLeg, BoardPlan, BoardRoute, BoardVisit, PlanBoard } from "./plan-board";
import { scheduleRoute } from "./schedule-route";

/** A visit's terms: few different ones a day, so each is sent once and named by its number. */
type VisitTerms = Pick<
  BoardVisit,
  | "serviceSeconds"
  | "windows"
  | "windowSemantics"
  | "skills"
  | "features"
  | "pairRole"
  | "role"
  | "priority"
  | "status"
  | "obstacle"
  | "tags"
  | "isDoubtful"
  | "rolledOver"
  | "timeLock"
>;
type VisitLoads = Pick<BoardVisit, "deliver" | "pickup">;

/** Visit number, leg seconds, leg metres, flags (1 estimate, 2 locked to driver, 4 locked to position). */
export type PackedStop = readonly [visit: number, seconds: number, meters: number, flags: number];

export interface PackedRoute extends Omit<BoardRoute, "stops" | "schedule"> {
  readonly stops: readonly PackedStop[];
}

/**
 * A board as it travels: columns instead of records, repeated terms once, and no times, for whoever unpacks it
 * schedules the routes itself. About 200 bytes a visit, a sixth of the board written out.
 */
export interface PackedBoard {
  readonly plan: BoardPlan;
  readonly depots: PlanBoard["depots"];
  readonly calibrations: PlanBoard["calibrations"];
  readonly lastEventSeq: number;
  readonly terms: readonly VisitTerms[];
  readonly loads: readonly VisitLoads[];
  readonly places: readonly string[];
  readonly visits: {
    readonly id: readonly string[];
    /** Empty: the same as the row before (the other half of a pair). */
    readonly deliveryId: readonly string[];
    readonly externalId: readonly string[];
    readonly name: readonly string[];
    readonly street: readonly string[];
    readonly place: readonly number[];
    /** Millionths of a degree; null where unknown. */
    readonly lat: readonly (number | null)[];
    readonly lng: readonly (number | null)[];
    readonly terms: readonly number[];
    readonly loads: readonly number[];
  };
  readonly routes: readonly PackedRoute[];
}

const ESTIMATE = 1;
const DRIVER = 2;
const POSITION = 4;

/** Gives each different value one number. */
class Dictionary<T> {
  readonly values: T[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(value: T): number {
    const key = JSON.stringify(value);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Inverse of `unpackBoard`, up to positions rounded to 0.1 m. */
export function packBoard(board: PlanBoard): PackedBoard {
  const terms = new Dictionary<VisitTerms>();
  const loads = new Dictionary<VisitLoads>();
  const places = new Dictionary<string>();
  const visits = [...board.visits.values()];
  const numbers = new Map(visits.map((visit, number) => [visit.id, number]));
  const columns = {
    id: visits.map((visit) => visit.id),
    deliveryId: visits.map((visit, i) => (visits[i - 1]?.deliveryId === visit.deliveryId ? "" : visit.deliveryId)),
    externalId: visits.map((visit) => visit.externalId),
    name: visits.map((visit) => visit.name),
    street: visits.map((visit) => visit.street),
    place: visits.map((visit) => places.numberOf(visit.place)),
    lat: visits.map(({ position }) => (position ? Math.round(position.lat * 1e6) : null)),
    lng: visits.map(({ position }) => (position ? Math.round(position.lng * 1e6) : null)),
    terms: visits.map((visit) => terms.numberOf(termsOf(visit))),
    loads: visits.map(({ deliver, pickup }) => loads.numberOf({ deliver, pickup })),
  };
  return {
    plan: board.plan,
    depots: board.depots,
    calibrations: board.calibrations,
    lastEventSeq: board.lastEventSeq,
    visits: columns,
    terms: terms.values,
    loads: loads.values,
    places: places.values,
    routes: board.routes.map((route) => packRoute(route, numbers)),
  };
}

function termsOf(visit: BoardVisit): VisitTerms {
  const { serviceSeconds, windows, windowSemantics, skills, features, role, priority, status } = visit;
  return {
    serviceSeconds,
    windows,
    windowSemantics,
    skills,
    features,
    role,
    priority,
    status,
    ...(visit.pairRole && { pairRole: visit.pairRole }),
    ...(visit.obstacle && { obstacle: visit.obstacle }),
    ...(visit.tags && { tags: visit.tags }),
    ...(visit.isDoubtful && { isDoubtful: visit.isDoubtful }),
    ...(visit.rolledOver && { rolledOver: visit.rolledOver }),
    ...(visit.timeLock && { timeLock: visit.timeLock }),
  };
}

function packRoute({ schedule: _, ...route }: BoardRoute, numbers: ReadonlyMap<string, number>): PackedRoute {
  const stops = route.stops.map((stop): PackedStop => {
    const flags =
      (stop.leg.isEstimate ? ESTIMATE : 0) |
      (stop.lockedToDriver ? DRIVER : 0) |
      (stop.lockedToPosition ? POSITION : 0);
    return [numbers.get(stop.visitId)!, stop.leg.durationSeconds, stop.leg.distanceMeters, flags];
  });
  return { ...route, stops };
}

/** The board again, its routes timed here. */
export function unpackBoard(packed: PackedBoard): PlanBoard {
  const { id, deliveryId, externalId, name, street, place, lat, lng, terms, loads } = packed.visits;
  const visits = new Map<string, BoardVisit>();
  let delivery = "";
  for (let i = 0; i < id.length; i++) {
    delivery = deliveryId[i] || delivery;
    const term = packed.terms[terms[i]!]!;
    const [latMillionths, lngMillionths] = [lat[i]!, lng[i]!];
    visits.set(id[i]!, {
      id: id[i]!,
      deliveryId: delivery,
      externalId: externalId[i]!,
      name: name[i]!,
      street: street[i]!,
      place: packed.places[place[i]!]!,
      position: latMillionths === null ? null : { lat: latMillionths / 1e6, lng: lngMillionths! / 1e6 },
      ...packed.loads[loads[i]!]!,
      ...term,
      ...(term.pairRole && { pairKey: delivery }),
    });
  }
  const byNumber = [...visits.values()];
  const routes = packed.routes.map((route) => unpackRoute(route, byNumber));
  const { plan, depots, calibrations, lastEventSeq } = packed;
  return withRoutes({ plan, depots, calibrations, lastEventSeq, visits, routes: [], pool: [] }, routes);
}

function unpackRoute(route: PackedRoute, visits: readonly BoardVisit[]): BoardRoute {
  const served = route.stops.map(([number]) => visits[number]!);
  const stops = route.stops.map(([number, durationSeconds, distanceMeters, flags]) => ({
    visitId: visits[number]!.id,
    leg: { durationSeconds, distanceMeters, isEstimate: (flags & ESTIMATE) !== 0 } satisfies BoardLeg,
    lockedToDriver: (flags & DRIVER) !== 0,
    lockedToPosition: (flags & POSITION) !== 0,
  }));
  const legs = stops.map((stop) => stop.leg);
  if (route.returnLeg) legs.push(route.returnLeg);
  return { ...route, stops, schedule: scheduleRoute(route.rules, served, legs) };
}
