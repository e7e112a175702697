import { withRoutes } from "./apply-board-patch";
import { type PackedStops, packStops, unpackStops } from "./pack-stops";
import type { BoardPlan, BoardRoute, BoardVisit, PlanBoard } from "./plan-board";
import { routeLegs } from "./reload-trips";
import { scheduleRoute } from "./schedule-route";
import type { MadeTime, UnderWay } from "./under-way";
import {
  type DictionaryColumn,
  type IdColumn,
  packIds,
  packNumbers,
  packRepeated,
  packSerials,
  packSpread,
  packSteps,
  packTexts,
  type SerialColumn,
  type SpreadColumn,
  unpackIds,
  unpackNumbers,
  unpackRepeated,
  unpackSerials,
  unpackSpread,
  unpackSteps,
  unpackTexts,
} from "./wire-columns";

/** A visit's terms: few different ones a day, so each is sent once. */
type VisitTerms = Pick<
  BoardVisit,
  | "serviceSeconds"
  | "checkInSeconds"
  | "windows"
  | "windowSemantics"
  | "skills"
  | "features"
  | "pairRole"
  | "role"
  | "priority"
  | "status"
  | "obstacle"
  | "driverId"
  | "tags"
  | "wave"
  | "isDoubtful"
  | "rolledOver"
  | "learnedFrom"
  | "timeLock"
  | "joined"
> & {
  /** Its position is in the columns. */
  readonly isPlaced: boolean;
};

interface PackedVisits {
  readonly id: IdColumn;
  readonly deliveryId: IdColumn;
  readonly externalId: SerialColumn;
  readonly name: string;
  /** Street and house number, which is what differs. */
  readonly street: DictionaryColumn<string>;
  readonly house: string;
  readonly place: DictionaryColumn<string>;
  /** Millionths of a degree, of those placed. */
  readonly lat: SpreadColumn;
  readonly lng: SpreadColumn;
  readonly terms: DictionaryColumn<VisitTerms>;
  /** By dimension. */
  readonly deliver: readonly DictionaryColumn<number>[];
  readonly pickup: readonly DictionaryColumn<number>[];
}

export interface PackedRoute extends Omit<BoardRoute, "stops" | "schedule" | "underWay"> {
  readonly stops: number;
  /** Of a route that is driven; the stops made are its first. */
  readonly underWay?: Omit<UnderWay, "made"> & { readonly made: number };
}

/** When the stops of all routes were made, one route after the other; times after the first are told from the one before. */
interface PackedTimes {
  readonly arrive: string;
  readonly start: string;
  readonly depart: string;
}

/**
 * A board as it travels: columns instead of records, repeated terms once, and no times, for whoever unpacks it
 * schedules the routes itself. About 20 bytes a visit once compressed.
 */
export interface PackedBoard {
  readonly plan: BoardPlan;
  readonly depots: PlanBoard["depots"];
  readonly calibrations: PlanBoard["calibrations"];
  readonly lastEventSeq: number;
  readonly visits: PackedVisits;
  readonly routes: readonly PackedRoute[];
  readonly stops: PackedStops;
  readonly made: PackedTimes;
}

const MILLIONTHS = 1e6;
const DIMENSIONS = [0, 1, 2, 3] as const;
/** "Østerbrogade" and " 12, 3. tv". */
const STREET_AND_HOUSE = /^(.*?)( \d.*)?$/s;

/** Inverse of `unpackBoard`, up to positions rounded to 0.1 m. */
export function packBoard(board: PlanBoard): PackedBoard {
  const { plan, depots, calibrations, lastEventSeq } = board;
  const visits = [...board.visits.values()];
  return {
    plan,
    depots,
    calibrations,
    lastEventSeq,
    visits: packVisits(visits),
    routes: board.routes.map(packRoute),
    stops: packStops(board.routes, new Map(visits.map((visit, row) => [visit.id, row]))),
    made: packMade(board.routes),
  };
}

function packRoute({ schedule: _, underWay, stops, ...route }: BoardRoute): PackedRoute {
  return {
    ...route,
    stops: stops.length,
    ...(underWay && { underWay: { ...underWay, made: underWay.made.length } }),
  };
}

function packMade(routes: readonly BoardRoute[]): PackedTimes {
  const made = routes.flatMap((route) => route.underWay?.made ?? []);
  return {
    arrive: packSteps(made.map((each) => each.arriveSeconds)),
    start: packNumbers(made.map((each) => each.startSeconds - each.arriveSeconds)),
    depart: packNumbers(made.map((each) => each.departSeconds - each.startSeconds)),
  };
}

function packVisits(visits: readonly BoardVisit[]): PackedVisits {
  const addresses = visits.map(({ street }) => STREET_AND_HOUSE.exec(street)!);
  const positions = visits.flatMap(({ position }) => position ?? []);
  return {
    id: packIds(visits.map((visit) => visit.id)),
    deliveryId: packIds(visits.map((visit) => visit.deliveryId)),
    externalId: packSerials(visits.map((visit) => visit.externalId)),
    name: packTexts(visits.map((visit) => visit.name)),
    street: packRepeated(addresses.map(([, street]) => street!)),
    house: packTexts(addresses.map(([, , house]) => house ?? "")),
    place: packRepeated(visits.map((visit) => visit.place)),
    lat: packSpread(positions.map(({ lat }) => Math.round(lat * MILLIONTHS))),
    lng: packSpread(positions.map(({ lng }) => Math.round(lng * MILLIONTHS))),
    terms: packRepeated(visits.map(termsOf)),
    deliver: DIMENSIONS.map((dimension) => packRepeated(visits.map((visit) => visit.deliver[dimension]))),
    pickup: DIMENSIONS.map((dimension) => packRepeated(visits.map((visit) => visit.pickup[dimension]))),
  };
}

function termsOf(visit: BoardVisit): VisitTerms {
  const { serviceSeconds, windows, windowSemantics, skills, features, role, priority, status } = visit;
  return {
    isPlaced: visit.position !== null,
    serviceSeconds,
    windows,
    windowSemantics,
    skills,
    features,
    role,
    priority,
    status,
    ...(visit.checkInSeconds && { checkInSeconds: visit.checkInSeconds }),
    ...(visit.pairRole && { pairRole: visit.pairRole }),
    ...(visit.obstacle && { obstacle: visit.obstacle }),
    ...(visit.driverId !== undefined && { driverId: visit.driverId }),
    ...(visit.tags && { tags: visit.tags }),
    ...(visit.wave !== undefined && { wave: visit.wave }),
    ...(visit.isDoubtful && { isDoubtful: visit.isDoubtful }),
    ...(visit.rolledOver && { rolledOver: visit.rolledOver }),
    ...(visit.learnedFrom !== undefined && { learnedFrom: visit.learnedFrom }),
    ...(visit.timeLock && { timeLock: visit.timeLock }),
    ...(visit.joined && { joined: visit.joined }),
  };
}

/** The board again, its routes timed here. */
export function unpackBoard(packed: PackedBoard): PlanBoard {
  const { plan, depots, calibrations, lastEventSeq } = packed;
  const rows = unpackVisits(packed.visits);
  const visits = new Map(rows.map((visit) => [visit.id, visit]));
  const routes = unpackRoutes(packed, rows);
  return withRoutes({ plan, depots, calibrations, lastEventSeq, visits, routes: [], pool: [] }, routes);
}

function unpackVisits(packed: PackedVisits): BoardVisit[] {
  const ids = unpackIds(packed.id);
  const deliveryIds = unpackIds(packed.deliveryId);
  const externalIds = unpackSerials(packed.externalId);
  const names = unpackTexts(packed.name);
  const streets = unpackRepeated(packed.street);
  const houses = unpackTexts(packed.house);
  const places = unpackRepeated(packed.place);
  const lats = unpackSpread(packed.lat).values();
  const lngs = unpackSpread(packed.lng).values();
  const deliver = packed.deliver.map(unpackRepeated);
  const pickup = packed.pickup.map(unpackRepeated);
  const next = (degrees: Iterator<number>) => (degrees.next().value as number) / MILLIONTHS;
  const loadsAt = ([a, b, c, d]: readonly number[][], row: number) => [a![row]!, b![row]!, c![row]!, d![row]!] as const;
  return unpackRepeated(packed.terms).map(({ isPlaced, ...terms }, row): BoardVisit => {
    const deliveryId = deliveryIds[row]!;
    return {
      id: ids[row]!,
      deliveryId,
      externalId: externalIds[row]!,
      name: names[row]!,
      street: streets[row]! + houses[row]!,
      place: places[row]!,
      position: isPlaced ? { lat: next(lats), lng: next(lngs) } : null,
      deliver: loadsAt(deliver, row),
      pickup: loadsAt(pickup, row),
      ...terms,
      ...(terms.pairRole && { pairKey: terms.joined?.key ?? deliveryId }),
    };
  });
}

/** Gives out the times of the stops made, in the order in which they were packed. */
function unpackMade(packed: PackedTimes): (visitId: string) => MadeTime {
  const arrives = unpackSteps(packed.arrive);
  const starts = unpackNumbers(packed.start);
  const departs = unpackNumbers(packed.depart);
  let row = 0;
  return (visitId) => {
    const arriveSeconds = arrives[row]!;
    const startSeconds = arriveSeconds + starts[row]!;
    const departSeconds = startSeconds + departs[row]!;
    row++;
    return { visitId, arriveSeconds, startSeconds, departSeconds };
  };
}

function unpackRoutes({ routes, stops: packed, made }: PackedBoard, visits: readonly BoardVisit[]): BoardRoute[] {
  const all = unpackStops(
    packed,
    visits.map(({ id }) => id),
  );
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  const nextMade = unpackMade(made);
  let from = 0;
  return routes.map(({ underWay: driven, ...route }): BoardRoute => {
    const to = from + route.stops;
    const stops = all.slice(from, to);
    const served = stops.map(({ visitId }) => byId.get(visitId)!);
    const underWay = driven && {
      ...driven,
      made: stops.slice(0, driven.made).map(({ visitId }) => nextMade(visitId)),
    };
    const schedule = scheduleRoute(route.rules, served, routeLegs(stops, route.returnLeg), underWay);
    from = to;
    return { ...route, ...(underWay && { underWay }), stops, schedule };
  });
}
