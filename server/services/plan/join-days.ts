import "server-only";
import type { LatLng } from "@/server/domain/geo";
import type { VisitTimes } from "@/server/domain/order/allowed-days";
import { isPlannable } from "@/server/domain/order/delivery-status";
import { type BoardVisit, boardVisit, type PlanBoard, pairPartners, stopPlaces } from "@/server/domain/plan/plan-board";
import type { RoutingVehicle, RoutingVisit, TimeWindow } from "@/server/domain/plan/routing-problem";
import { frontStops } from "@/server/domain/plan/under-way";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { BuiltProblem } from "./build-routing-problem";

/** Nothing of a day is later than this on its clock: so far apart, no two days have a moment in common. */
const SECONDS_APART = 3 * 86_400;

/** A day that may be planned together with others. */
export interface JoinableDay {
  readonly board: PlanBoard;
  /** The day's own question. */
  readonly built: BuiltProblem;
  /** Orders of other days may come. */
  readonly isOpen: boolean;
  /** Whether a visit of the day may be brought to another. */
  readonly mayGo: (visitId: string) => boolean;
  /** When a visit of any of the days may be served on this one; null: not at all. */
  readonly timesOf: (visitId: string) => VisitTimes | null;
}

/** A question over several days: each day's vehicles are vehicles of their own, at times far from every other day's. */
export interface JoinedProblem extends BuiltProblem {
  /** By day: the index of its first vehicle. */
  readonly firstVehicles: readonly number[];
  /** By day: how much later its times are on the common clock than on its own. */
  readonly laterSeconds: readonly number[];
  /** By visit index: the day it is meant for now. */
  readonly homeDays: readonly number[];
}

/**
 * The day with what is meant for it but may be made on other days only, as if it could be asked about: the question over
 * all days shuts this day's vehicles to it.
 */
export function withOtherDays(board: PlanBoard, mayGoElsewhere: (visitId: string) => boolean): PlanBoard {
  const visits = new Map<string, BoardVisit>();
  for (const [id, visit] of board.visits) {
    const { obstacle, ...rest } = visit;
    visits.set(id, obstacle === "other-day" && mayGoElsewhere(id) ? rest : visit);
  }
  return { ...board, visits };
}

/**
 * Whether an order may be brought to another day: nobody holds it, nobody has fixed where it goes, and it is whole (both
 * doors of a pair). With `keepDrivers`, what is planned stays with its driver and so on its day.
 */
export function mayChangeDay(board: PlanBoard, visitId: string, keepDrivers: boolean): boolean {
  const places = stopPlaces(board);
  const partner = pairPartners(board).get(visitId);
  return [visitId, ...(partner === undefined ? [] : [partner])].every((id) => {
    const { status, timeLock, obstacle } = boardVisit(board, id);
    if (!isPlannable(status) || timeLock || obstacle === "unlocated") return false;
    const place = places.get(id);
    if (!place) return true;
    const { route, index } = place;
    const { lockedToDriver, lockedToPosition } = route.stops[index]!;
    const isFixed = lockedToDriver || lockedToPosition || index < frontStops(route);
    return !keepDrivers && !isFixed && !route.locked && route.status === "planned";
  });
}

/**
 * Visits of orders that are joined with one of another of these days. One van would have to make both, so they stay apart,
 * each on its day.
 */
export function joinedAcross(boards: readonly PlanBoard[]): ReadonlySet<string> {
  const days = new Map<string, Set<PlanBoard>>();
  for (const board of boards) {
    for (const { joined } of board.visits.values()) {
      if (joined) days.set(joined.key, (days.get(joined.key) ?? new Set()).add(board));
    }
  }
  const isAcross = ({ joined }: BoardVisit) => joined !== undefined && days.get(joined.key)!.size > 1;
  return new Set(boards.flatMap((board) => [...board.visits.values()].filter(isAcross).map(({ id }) => id)));
}

/** One question over all days: on which of them a visit is served, as far as it may choose, is part of the answer. */
export function joinDays(days: readonly JoinableDay[]): JoinedProblem {
  const locations = new Rows<LatLng>(({ lat, lng }) => `${lat.toFixed(6)},${lng.toFixed(6)}`);
  const profiles = new Rows<TravelProfile>(String);
  const firstVehicles = startsOf(days.map(({ built }) => built.routes.length));
  const firstVisits = startsOf(days.map(({ built }) => built.visitIds.length));
  const fleet = new Fleet(days, firstVehicles);
  const choices = days.map(({ built, mayGo }, home) =>
    built.visitIds.map((id) => (mayGo(id) ? daysOf(days, home, id) : null)),
  );
  const clocks = clocksOf(days, choices.flat());
  const joined = days.map(({ built, board }, day) => {
    const rows = built.positions.map((position) => locations.rowOf(position));
    const columns = built.profiles.map((profile) => profiles.rowOf(profile));
    const [firstVisit, clock] = [firstVisits[day]!, clocks[day]!];
    const { visits, vehicles, initialRoutes } = built.problem;
    return {
      visits: visits.map((visit, index) => {
        const placed = {
          ...visit,
          location: rows[visit.location]!,
          ...(visit.pairedDropoff !== undefined && { pairedDropoff: visit.pairedDropoff + firstVisit }),
        };
        const possible = choices[day]![index];
        if (!possible) return onItsDay(placed, fleet.vehiclesOf(day, visit.allowedVehicles), clock);
        const { driverId } = boardVisit(board, built.visitIds[index]!);
        const allowed = fleet.vehiclesOn(
          possible.map((each) => each.day),
          driverId,
        );
        return onSomeDay(placed, possible, allowed, clocks);
      }),
      vehicles: vehicles.map((vehicle) =>
        onClock({ ...vehicle, profile: columns[vehicle.profile]! }, clock, rows, firstVisit),
      ),
      initialRoutes: initialRoutes.map((route) => route.map((visit) => visit + firstVisit)),
    };
  });
  return {
    problem: {
      visits: joined.flatMap((part) => part.visits),
      vehicles: joined.flatMap((part) => part.vehicles),
      matrices: [],
      objective: days[0]!.built.problem.objective,
      initialRoutes: joined.flatMap((part) => part.initialRoutes),
    },
    positions: locations.values,
    profiles: profiles.values,
    routes: days.flatMap(({ built }) => built.routes),
    reloads: days.flatMap(({ built }) => built.reloads),
    visitIds: days.flatMap(({ built }) => built.visitIds),
    excluded: days.flatMap(({ built }) => built.excluded),
    firstVehicles,
    laterSeconds: clocks.map((clock) => clock * SECONDS_APART),
    homeDays: days.flatMap(({ built }, day) => built.visitIds.map(() => day)),
  };
}

/** A day on which a visit may be served by somebody, and when. */
interface PossibleDay extends VisitTimes {
  readonly day: number;
}

function daysOf(days: readonly JoinableDay[], home: number, visitId: string): PossibleDay[] {
  return days.flatMap(({ isOpen, timesOf, built }, day) => {
    const isDriven = built.routes.length > 0 && (isOpen || day === home);
    const times = isDriven ? timesOf(visitId) : null;
    return times ? [{ day, ...times }] : [];
  });
}

/**
 * The clock of each day. Days on which every visit that may be served on several of them has the same times share one: what
 * is compared most often in a search is then as simple as on a single day. All others are days apart from each other.
 */
function clocksOf(days: readonly unknown[], choices: readonly (readonly PossibleDay[] | null)[]): number[] {
  const differing = new Set<number>();
  for (const possible of choices) {
    if (!possible) continue;
    const keys = possible.map(({ windows, windowSemantics }) => JSON.stringify([windows, windowSemantics]));
    for (const [index, { day }] of possible.entries()) {
      for (let other = 0; other < index; other++) {
        if (keys[other] !== keys[index]) differing.add(possible[other]!.day * days.length + day);
      }
    }
  }
  const sharing: number[][] = [];
  return days.map((_, day) => {
    const free = sharing.findIndex((members) => members.every((other) => !differing.has(other * days.length + day)));
    if (free < 0) return sharing.push([day]) - 1;
    sharing[free]!.push(day);
    return free;
  });
}

function onItsDay(visit: RoutingVisit, allowedVehicles: readonly number[], clock: number): RoutingVisit {
  return { ...visit, windows: visit.windows.map((window) => later(window, clock)), allowedVehicles };
}

function onSomeDay(
  visit: RoutingVisit,
  days: readonly PossibleDay[],
  allowed: readonly number[] | undefined,
  clocks: readonly number[],
): RoutingVisit {
  const { allowedVehicles: _, ...rest } = visit;
  const byClock = new Map(days.map((each) => [clocks[each.day]!, each]));
  const times = [...byClock].sort(([a], [b]) => a - b).map(([clock, each]) => ({ ...each, clock }));
  return { ...rest, ...timesOver(times, visit.serviceSeconds), ...(allowed && { allowedVehicles: allowed }) };
}

interface ClockTimes extends VisitTimes {
  readonly clock: number;
}

/** The windows of all clocks together. What they are about is the same on all of them, or made so. */
function timesOver(clocks: readonly ClockTimes[], serviceSeconds: number): VisitTimes {
  if (clocks.every(({ windows }) => windows.length === 0)) return { windows: [], windowSemantics: "start" };
  const [{ windowSemantics }] = clocks as [ClockTimes];
  const isOne = clocks.every((each) => each.windows.length > 0 && each.windowSemantics === windowSemantics);
  const windows = clocks.flatMap((each) => {
    const own = each.windows.length > 0 ? each.windows : [{ fromSeconds: 0, toSeconds: SECONDS_APART - 1 }];
    const isBegun = isOne || each.windows.length === 0 || each.windowSemantics === "start";
    const begun = isBegun ? own : own.map((window) => ({ ...window, toSeconds: window.toSeconds - serviceSeconds }));
    return begun
      .filter(({ fromSeconds, toSeconds }) => fromSeconds <= toSeconds)
      .map((window) => later(window, each.clock));
  });
  // No service is short enough: said as it was, since no windows at all would mean any time.
  if (windows.length === 0) return { windows: clocks.flatMap(laterOn), windowSemantics: "finish" };
  return { windows, windowSemantics: isOne ? windowSemantics : "start" };
}

function laterOn({ windows, clock }: ClockTimes): TimeWindow[] {
  return windows.map((window) => later(window, clock));
}

function onClock(vehicle: RoutingVehicle, clock: number, rows: readonly number[], firstVisit: number): RoutingVehicle {
  const { startLocation, endLocation, shift, breaks, reload, frozenVisits, placedVisits } = vehicle;
  return {
    ...vehicle,
    startLocation: rows[startLocation]!,
    ...(endLocation !== undefined && { endLocation: rows[endLocation]! }),
    shift: later(shift, clock),
    ...(breaks && { breaks: breaks.map((each) => ({ ...each, ...later(each, clock) })) }),
    ...(reload && { reload: { ...reload, location: rows[reload.location]! } }),
    frozenVisits: frozenVisits.map((visit) => visit + firstVisit),
    ...(placedVisits && { placedVisits: placedVisits.map((each) => ({ ...each, visit: each.visit + firstVisit })) }),
  };
}

function later({ fromSeconds, toSeconds }: TimeWindow, clock: number): TimeWindow {
  return { fromSeconds: fromSeconds + clock * SECONDS_APART, toSeconds: toSeconds + clock * SECONDS_APART };
}

function startsOf(lengths: readonly number[]): number[] {
  const starts = [0];
  for (const length of lengths) starts.push(starts.at(-1)! + length);
  return starts.slice(0, -1);
}

/** Vehicles by day and driver; who may choose among the same ones shares the list of them. */
class Fleet {
  private readonly lists = new Map<string, readonly number[]>();
  private readonly count: number;

  constructor(
    private readonly days: readonly JoinableDay[],
    private readonly firstVehicles: readonly number[],
  ) {
    this.count = days.reduce((sum, { built }) => sum + built.routes.length, 0);
  }

  /** These vehicles of a day, by its own indices, or all of them. */
  vehiclesOf(day: number, own: readonly number[] | undefined): readonly number[] {
    return own?.map((vehicle) => vehicle + this.firstVehicles[day]!) ?? this.listOf([day], undefined);
  }

  /** Undefined: all there are. */
  vehiclesOn(days: readonly number[], driverId: string | undefined): readonly number[] | undefined {
    const list = this.listOf(days, driverId);
    return list.length === this.count ? undefined : list;
  }

  private listOf(days: readonly number[], driverId: string | undefined): readonly number[] {
    const key = `${days.join()} ${driverId ?? ""}`;
    const known = this.lists.get(key);
    if (known) return known;
    const list = days.flatMap((day) =>
      this.days[day]!.built.routes.flatMap(({ driver }, index) =>
        driverId === undefined || driver.id === driverId ? [this.firstVehicles[day]! + index] : [],
      ),
    );
    this.lists.set(key, list);
    return list;
  }
}

/** Values by index, each of them once. */
class Rows<T> {
  readonly values: T[] = [];
  private readonly rows = new Map<string, number>();

  constructor(private readonly keyOf: (value: T) => string) {}

  rowOf(value: T): number {
    const key = this.keyOf(value);
    const known = this.rows.get(key);
    if (known !== undefined) return known;
    this.rows.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}
