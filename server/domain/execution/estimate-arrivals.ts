import type { LatLng } from "@/server/domain/geo";
import { checkInAt } from "@/server/domain/plan/check-in";
import { type BoardPoint, type BoardRoute, boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import { timeVisit } from "@/server/domain/plan/time-visit";
import { breaksToCome } from "@/server/domain/plan/under-way";
import { estimateLeg } from "@/server/domain/travel/estimate-leg";
import type { StopRunStatus } from "./run-state";

/** Times are elapsed seconds from the plan's local midnight. */
export interface StopProgress {
  readonly status: StopRunStatus;
  readonly departedSeconds: number | null;
  readonly arrivedSeconds: number | null;
  readonly completedSeconds: number | null;
}

export interface RouteProgress {
  readonly startedSeconds: number | null;
  readonly isFinished: boolean;
  /** By visit; visits nobody has acted on are absent. */
  readonly stops: ReadonlyMap<string, StopProgress>;
}

/** Where the driver was last seen. */
export interface SeenAt {
  readonly position: LatLng;
  readonly atSeconds: number;
}

export interface ArrivalsInput {
  readonly board: Pick<PlanBoard, "visits" | "calibrations">;
  readonly route: BoardRoute;
  readonly progress: RouteProgress;
  readonly nowSeconds: number;
  readonly seenAt: SeenAt | null;
}

/** When a stop that is not done will be reached. Seconds elapsed from the plan's local midnight. */
export interface Arrival {
  readonly visitId: string;
  readonly arriveSeconds: number;
  /** When service begins, after any wait for the window. */
  readonly startSeconds: number;
  readonly departSeconds: number;
  /** Past the last window that could be met; 0 when on time. */
  readonly lateSeconds: number;
  /** How many stops the driver makes before it. */
  readonly stopsBefore: number;
}

export interface Arrivals {
  /** In the order in which they will be made. */
  readonly stops: readonly Arrival[];
  /** Back at the depot, or done with the last stop of an open route. */
  readonly endSeconds: number;
}

/** A position older than this says less than the last act at a door. */
export const FRESH_SECONDS = 300;

/**
 * When each open stop of a route will be reached, from what has really happened: the stop the driver is at or heads for
 * comes first, the others in their planned order; travel is the measured leg where two stops follow each other as
 * planned, estimated otherwise; the way to the next stop is counted from where the driver was last seen, if that is
 * fresh. His breaks are taken where the route has them. Nothing is expected before now. Empty once the route is finished.
 */
export function estimateArrivals(input: ArrivalsInput): Arrivals {
  const { board, route, progress, nowSeconds } = input;
  if (progress.isFinished) return { stops: [], endSeconds: nowSeconds };
  const open = openStops(route, progress);
  let { clock, from, leaves } = startingPoint(input);
  const restsUntil = route.underWay?.restsUntilSeconds ?? 0;
  const stops = open.map(({ visitId, index }, stopsBefore): Arrival => {
    const visit = boardVisit(board, visitId);
    const made = progress.stops.get(visitId);
    const isThere = made?.status === "arrived" && made.arrivedSeconds !== null;
    const isHeadedFor = made?.status === "enroute";
    const way = isThere ? 0 : wayTo(input, from, index, isHeadedFor);
    const leave = isHeadedFor ? clock : afterBreaks(input, Math.max(clock, restsUntil), index);
    const arrive = isThere ? made.arrivedSeconds : Math.max(nowSeconds, leave + way);
    const place = route.stops[index]!.reload ? route.start : leaves;
    const { start, late } = timeVisit(visit, arrive, checkInAt(visit, place));
    clock = Math.max(start + visit.serviceSeconds, isThere ? nowSeconds : 0);
    from = { index, position: visit.position };
    leaves = visit;
    return {
      visitId,
      arriveSeconds: Math.round(arrive),
      startSeconds: Math.round(start),
      departSeconds: Math.round(clock),
      lateSeconds: Math.round(late),
      stopsBefore,
    };
  });
  const free = afterBreaks(input, Math.max(clock, restsUntil), route.stops.length);
  const end = route.end ? free + legTo(input, from, route.stops.length) : free;
  return { stops, endSeconds: Math.round(Math.max(end, nowSeconds)) };
}

interface Place {
  /** Of the stop on the route; −1 is the depot, null a place off the plan. */
  readonly index: number | null;
  readonly position: LatLng | null;
}

function openStops(route: BoardRoute, progress: RouteProgress) {
  const rank = ({ visitId }: { visitId: string }) => {
    const status = progress.stops.get(visitId)?.status;
    return status === "arrived" ? 0 : status === "enroute" ? 1 : 2;
  };
  return route.stops
    .map(({ visitId }, index) => ({ visitId, index }))
    .filter(({ visitId }) => (progress.stops.get(visitId)?.completedSeconds ?? null) === null)
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index);
}

interface StartingPoint {
  readonly clock: number;
  readonly from: Place;
  /** The place he was at last, where he has checked in. */
  readonly leaves: BoardPoint;
}

/** From where, and from when on, the next way is counted. */
function startingPoint({ route, board, progress, nowSeconds, seenAt }: ArrivalsInput): StartingPoint {
  if (progress.startedSeconds === null) {
    const clock = Math.max(route.schedule.startSeconds, nowSeconds);
    return { clock, from: { index: -1, position: route.start.position }, leaves: route.start };
  }
  const done = route.stops
    .map(({ visitId }, index) => ({ visitId, index, at: progress.stops.get(visitId)?.completedSeconds ?? null }))
    .filter((each): each is typeof each & { at: number } => each.at !== null)
    .sort((a, b) => b.at - a.at)[0];
  const leaves = done ? boardVisit(board, done.visitId) : route.start;
  if (seenAt && nowSeconds - seenAt.atSeconds <= FRESH_SECONDS) {
    return { clock: seenAt.atSeconds, from: { index: null, position: seenAt.position }, leaves };
  }
  const headedFor = [...progress.stops.values()].find(({ status }) => status === "enroute");
  const from = { index: done?.index ?? -1, position: leaves.position };
  return { clock: headedFor?.departedSeconds ?? done?.at ?? progress.startedSeconds, from, leaves };
}

/** When the driver leaves for a stop, or to go back, after the breaks he is to have before it. */
function afterBreaks({ route, nowSeconds }: ArrivalsInput, clock: number, index: number): number {
  const { rules, underWay, schedule } = route;
  if (schedule.driverBreaks.length === 0) return clock;
  const breaks = rules.breaks ?? [];
  const toCome = underWay ? breaksToCome(breaks, underWay) : breaks;
  return schedule.driverBreaks.reduce((free, { before }, each) => {
    const { fromSeconds, toSeconds, durationSeconds } = toCome[each]!;
    // Once the latest begin has passed, nobody waits for one any more.
    if (before !== index || toSeconds < nowSeconds) return free;
    return Math.max(nowSeconds, free, fromSeconds) + durationSeconds;
  }, clock);
}

/** Seconds from a place to a stop, loading on the way where that comes first: whoever heads for its door has loaded. */
function wayTo(input: ArrivalsInput, from: Place, index: number, isHeadedFor: boolean): number {
  const { route, board } = input;
  const { reload, leg } = route.stops[index]!;
  if (!reload || isHeadedFor) return legTo(input, from, index);
  const { profile } = route.vehicle;
  const isPlanned = from.index === index - 1 || !from.position || !route.start.position;
  const toDepot = isPlanned
    ? reload.leg
    : estimateLeg(from.position, route.start.position, profile, board.calibrations[profile]);
  return toDepot.durationSeconds + reload.loadSeconds + leg.durationSeconds;
}

/** Seconds from a place to stop `index` of the route, or back to the depot when there is no such stop. */
function legTo({ board, route }: ArrivalsInput, from: Place, index: number): number {
  const planned = index < route.stops.length ? route.stops[index]!.leg : route.returnLeg;
  // The leg to a stop behind a reload leads from the depot, wherever it is counted from.
  const isPlannedFrom =
    from.index === index - 1 || (index < route.stops.length && route.stops[index]!.reload && from.index !== null);
  if (isPlannedFrom && planned) return planned.durationSeconds;
  const to = index < route.stops.length ? boardVisit(board, route.stops[index]!.visitId).position : route.end?.position;
  if (!from.position || !to) return planned?.durationSeconds ?? 0;
  const { profile } = route.vehicle;
  return estimateLeg(from.position, to, profile, board.calibrations[profile]).durationSeconds;
}
