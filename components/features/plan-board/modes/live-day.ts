import { TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { type BoardRoute, boardVisit, type PlanBoard, type RouteStatus } from "@/server/domain/plan/plan-board";

export interface Progress {
  readonly stops: number;
  readonly delivered: readonly string[];
  /** Failed, returned or called off at the door. */
  readonly failed: readonly string[];
}

/** How far a route's stops have come, from what their deliveries say. */
export function routeProgress(route: BoardRoute, board: Pick<PlanBoard, "visits">): Progress {
  // A route under review may serve what the board does not hold: orders about to be brought back are open.
  const status = (id: string) => board.visits.get(id)?.status ?? "requested";
  const ids = route.stops.map((stop) => stop.visitId);
  return {
    stops: ids.length,
    delivered: ids.filter((id) => status(id) === "delivered"),
    failed: ids.filter((id) => status(id) !== "delivered" && TERMINAL_DELIVERY_STATUSES.includes(status(id))),
  };
}

/** The routes that have stops, by how far they have come. */
export function routesByState(board: PlanBoard): Readonly<Record<RouteStatus, readonly BoardRoute[]>> {
  const used = board.routes.filter((route) => route.stops.length > 0);
  const at = (status: RouteStatus) => used.filter((route) => route.status === status);
  return { planned: at("planned"), dispatched: at("dispatched"), started: at("started"), finished: at("finished") };
}

export interface PromisedStop {
  readonly visitId: string;
  readonly route: BoardRoute;
  readonly plannedSeconds: number;
  /** The end of the promise it is planned into, else of the last one missed. */
  readonly promisedSeconds: number;
  /** Negative: late by so much. */
  readonly slackSeconds: number;
}

/** The promises still to be kept on the routes that are out, the tightest first. */
export function tightestPromises(board: PlanBoard, most: number): PromisedStop[] {
  const stops = board.routes
    .filter((route) => route.status === "dispatched" || route.status === "started")
    .flatMap((route) => route.schedule.stops.flatMap((stop) => promisedStop(board, route, stop) ?? []));
  return stops.sort((a, b) => a.slackSeconds - b.slackSeconds).slice(0, most);
}

function promisedStop(
  board: PlanBoard,
  route: BoardRoute,
  stop: BoardRoute["schedule"]["stops"][number],
): PromisedStop | null {
  const { windows, windowSemantics, status } = boardVisit(board, stop.visitId);
  if (windows.length === 0 || TERMINAL_DELIVERY_STATUSES.includes(status)) return null;
  const plannedSeconds = windowSemantics === "finish" ? stop.departSeconds : stop.startSeconds;
  const ends = windows.map((window) => window.toSeconds).sort((a, b) => a - b);
  const promisedSeconds = ends.find((end) => end >= plannedSeconds) ?? ends.at(-1)!;
  return {
    visitId: stop.visitId,
    route,
    plannedSeconds,
    promisedSeconds,
    slackSeconds: promisedSeconds - plannedSeconds,
  };
}

export interface DayOutcome {
  readonly delivered: readonly string[];
  readonly failed: readonly string[];
  readonly returned: readonly string[];
  readonly cancelled: readonly string[];
  /** On a route that was sent out, and nobody has said what became of it. */
  readonly open: readonly string[];
  /** Still on a route that was never sent, or on none. */
  readonly notSent: readonly string[];
}

/** What became of the day's stops. */
export function dayOutcome(board: PlanBoard): DayOutcome {
  const planned = board.routes.flatMap((route) =>
    route.stops.map(({ visitId }) => ({ visitId, isSent: route.status !== "planned" })),
  );
  const all = [...planned, ...board.pool.map((visitId) => ({ visitId, isSent: false }))];
  const isTerminal = (id: string) => TERMINAL_DELIVERY_STATUSES.includes(boardVisit(board, id).status);
  const ids = (wanted: (each: { visitId: string; isSent: boolean }) => boolean) =>
    all.filter(wanted).map(({ visitId }) => visitId);
  const withStatus = (status: string) => ids(({ visitId }) => boardVisit(board, visitId).status === status);
  return {
    delivered: withStatus("delivered"),
    failed: withStatus("failed"),
    returned: withStatus("returned"),
    cancelled: withStatus("cancelled"),
    open: ids(({ visitId, isSent }) => isSent && !isTerminal(visitId)),
    notSent: ids(({ visitId, isSent }) => !isSent && !isTerminal(visitId)),
  };
}
