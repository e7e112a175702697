import "server-only";
import type { StopRunStatus } from "@/server/domain/execution/run-state";
import type { LatLng } from "@/server/domain/geo";
import { type BoardRoute, boardVisit, type PlanBoard, type RouteStatus } from "@/server/domain/plan/plan-board";
import { routeGeometry } from "@/server/domain/plan/route-geometry";
import { pointsOf } from "../plan/leg-book";

/** One door of a route as programs see it. Instants are epoch milliseconds. */
export interface StopView {
  readonly visitId: string;
  readonly deliveryId: string;
  readonly role: "pickup" | "dropoff";
  readonly arriveMs: number;
  readonly departMs: number;
  readonly status: StopRunStatus;
  readonly position: LatLng | null;
}

/** A route with its way and its figures, planned or proposed. */
export interface RouteView {
  readonly routeId: string;
  readonly planId: string;
  readonly date: string;
  readonly driverId: string;
  readonly vehicleId: string;
  readonly status: RouteStatus;
  readonly isLocked: boolean;
  readonly version: number;
  readonly currency: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly distanceMeters: number;
  /** From leaving to being back. */
  readonly durationSeconds: number;
  readonly costCents: number;
  /** Polyline, precision 5. */
  readonly geometry: string;
  readonly stops: readonly StopView[];
}

/** A route of a board; `shapeOf` has the way to its points, one after the other, the way back last. */
export function routeView(
  board: PlanBoard,
  route: BoardRoute,
  shapeOf: (index: number) => string,
  statuses: ReadonlyMap<string, StopRunStatus> = new Map(),
): RouteView {
  const { plan } = board;
  const { schedule } = route;
  const at = (seconds: number) => plan.midnightEpochMs + seconds * 1000;
  const points = pointsOf(board, route);
  const ways = points.slice(1).map(({ position: to }, index) => {
    return { from: points[index]!.position, to, shape: shapeOf(index) };
  });
  return {
    routeId: route.id,
    planId: plan.id,
    date: plan.date,
    driverId: route.driver.id,
    vehicleId: route.vehicle.id,
    status: route.status,
    isLocked: route.locked,
    version: route.version,
    currency: plan.currency,
    startMs: at(schedule.startSeconds),
    endMs: at(schedule.endSeconds),
    distanceMeters: schedule.distanceMeters,
    durationSeconds: schedule.endSeconds - schedule.startSeconds,
    costCents: schedule.costCents,
    geometry: routeGeometry(ways),
    stops: route.stops.map(({ visitId }, index) => {
      const { deliveryId, role, position } = boardVisit(board, visitId);
      const { arriveSeconds, departSeconds } = schedule.stops[index]!;
      const status = statuses.get(visitId) ?? "planned";
      return { visitId, deliveryId, role, arriveMs: at(arriveSeconds), departMs: at(departSeconds), status, position };
    }),
  };
}
