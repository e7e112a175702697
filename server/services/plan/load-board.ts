import "server-only";
import type { Tx } from "@/db/client";
import { lastEventSeq as readLastEventSeq } from "@/db/queries/event/list-events";
import { loadRouteRuns } from "@/db/queries/execution/route-runs";
import type { PlanRow } from "@/db/queries/plan/find-plan";
import { listDepotPoints } from "@/db/queries/plan/list-depot-points";
import { loadRoutes, loadStops, type RouteRow } from "@/db/queries/plan/load-routes";
import { loadVisits } from "@/db/queries/plan/load-visits";
import { findLastPositions } from "@/db/queries/position/record-positions";
import { listTravelCalibrations } from "@/db/queries/travel/travel-calibrations";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { boardFromRows } from "./board-from-rows";
import { LegBook } from "./leg-book";

/** The whole day; with `now`, routes in progress are timed from then, and from where their drivers were last seen. */
export async function loadBoard(tx: Tx, organizationId: string, plan: PlanRow, now?: Date): Promise<PlanBoard> {
  // Asked all at once and answered in turn. The log's number first: whatever changes while the rest is read is then told
  // again, which does no harm.
  const [lastEventSeq, routes, stops, visits, depots] = await Promise.all([
    readLastEventSeq(tx, organizationId),
    loadRoutes(tx, organizationId, plan.id),
    loadStops(tx, organizationId, plan.id),
    loadVisits(tx, organizationId, plan),
    listDepotPoints(tx, organizationId, plan.projectId),
  ]);
  const [calibrations, runs, seen] = await Promise.all([
    calibrationsOf(tx, organizationId, routes),
    runsOf(tx, organizationId, routes),
    sightsOf(tx, organizationId, routes, now),
  ]);
  return boardFromRows({
    plan,
    routes,
    stops,
    visits,
    depots,
    calibrations,
    lastEventSeq,
    runs,
    seen,
    ...(now && { now }),
  });
}

/** What has happened on those of the routes that are driven; mostly nothing is to be asked. */
function runsOf(tx: Tx, organizationId: string, routes: readonly RouteRow[]) {
  const driven = routes.filter(({ status }) => status === "started" || status === "finished");
  return loadRouteRuns(
    tx,
    organizationId,
    driven.map(({ id }) => id),
  );
}

/** Where the drivers on the road were last seen; mostly nobody is to be asked about. */
async function sightsOf(tx: Tx, organizationId: string, routes: readonly RouteRow[], now: Date | undefined) {
  const drivers = routes.filter(({ status }) => status === "started").map(({ driver }) => driver.id);
  if (!now || drivers.length === 0) return new Map<string, never>();
  const known = await findLastPositions(tx, organizationId, drivers);
  return new Map([...known].map(([driverId, { last }]) => [driverId, last]));
}

function calibrationsOf(tx: Tx, organizationId: string, routes: readonly RouteRow[]) {
  return listTravelCalibrations(tx, organizationId, [...new Set(routes.map((route) => route.start.id))]);
}

/** Some routes of the day as they are driven, without the shapes of their ways. */
export async function loadRoutesBoard(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  routeIds: readonly string[],
): Promise<PlanBoard> {
  const [routes, stops] = await Promise.all([
    loadRoutes(tx, organizationId, plan.id, routeIds),
    loadStops(tx, organizationId, plan.id, { routeIds }),
  ]);
  const visitIds = stops.map(({ visitId }) => visitId);
  const [visits, calibrations, runs] = await Promise.all([
    loadVisits(tx, organizationId, plan, visitIds),
    calibrationsOf(tx, organizationId, routes),
    runsOf(tx, organizationId, routes),
  ]);
  return boardFromRows({ plan, routes, stops, visits, depots: [], calibrations, lastEventSeq: 0, runs });
}

export interface PartialBoard {
  readonly board: PlanBoard;
  /** The legs its routes drive now, with their shapes. */
  readonly book: LegBook;
  /** Stops keep their ids while their visits are on the board. */
  readonly stopIds: ReadonlyMap<string, string>;
}

export interface PartialBoardOptions {
  /** Routes in progress are timed from then; absent: as of their drivers' last words. */
  readonly now?: Date;
  /** Visits named whose orders were cancelled are there too, as if they had just come in. */
  readonly withCancelled?: boolean;
  /** Visits named are there whatever day they are meant for. */
  readonly withOtherDays?: boolean;
  /** Routes that nobody has made yet, as they would be. */
  readonly newRoutes?: readonly RouteRow[];
  /** By route: as somebody else, or something else, would drive it. */
  readonly terms?: ReadonlyMap<string, RowTerms>;
}

/** What of a stored route says who drives it, what, and when. */
export type RowTerms = Pick<RouteRow, "driver" | "vehicle" | "shiftFromSeconds" | "shiftToSeconds" | "breaks">;

/** Some routes of the day and some visits besides theirs: what one edit needs to know. */
export async function loadPartialBoard(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  routeIds: readonly string[],
  visitIds: readonly string[],
  options: PartialBoardOptions = {},
): Promise<PartialBoard> {
  const [rows, stops] = await Promise.all([
    routeIds.length === 0 ? [] : loadRoutes(tx, organizationId, plan.id, routeIds),
    loadStops(tx, organizationId, plan.id, { routeIds, withShapes: true }),
  ]);
  const routes = [...rows.map((row) => ({ ...row, ...options.terms?.get(row.id) })), ...(options.newRoutes ?? [])];
  const wanted = new Set([...visitIds, ...stops.map((stop) => stop.visitId)]);
  const loaded = await loadVisits(tx, organizationId, plan, [...wanted], options);
  const visits = loaded.map((row) => (row.status === "cancelled" ? { ...row, status: "requested" as const } : row));
  const calibrations = await calibrationsOf(tx, organizationId, routes);
  const runs = await runsOf(tx, organizationId, routes);
  const { now } = options;
  const seen = await sightsOf(tx, organizationId, routes, now);
  const board = boardFromRows({
    plan,
    routes,
    stops,
    visits,
    depots: [],
    calibrations,
    lastEventSeq: 0,
    runs,
    seen,
    ...(now && { now }),
  });
  const book = new LegBook();
  book.addStored(board, stops, routes);
  return { board, book, stopIds: new Map(stops.map((stop) => [stop.visitId, stop.id])) };
}
