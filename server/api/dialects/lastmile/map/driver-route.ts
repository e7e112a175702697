import type { StopRunStatus } from "@/server/domain/execution/run-state";
import type { LatLng } from "@/server/domain/geo";
import { outwardStatus } from "@/server/domain/order/outward-status";
import { decodePolyline, encodePolyline } from "@/server/domain/polyline";
import type { DriverRoute, DriverStop } from "@/server/services/execution/read-own-route";
import { dress } from "../ids";
import type { DriverAssignmentAnswer, DriverStopAnswer } from "../wire/driver-api";
import { said } from "./door";

const STATUSES: Readonly<Record<StopRunStatus, DriverStopAnswer["status"]>> = {
  planned: "pending",
  enroute: "enroute",
  arrived: "arrived",
  delivered: "completed",
  partial: "partial",
  attempted: "attempted",
  failed: "failed",
};

/** A driver's route as his app is told of it. */
export function fromDriverRoute(driven: DriverRoute): DriverAssignmentAnswer {
  const { own, route, startAt, endAt } = driven;
  const assignmentId = dress("assignment", own.routeId);
  const stops = driven.stops.map((stop, index) => fromStop(driven, stop, index));
  const isDriven = own.routeStatus === "started" || own.routeStatus === "finished";
  return {
    id: assignmentId,
    assignment_id: assignmentId,
    route_id: dress("route", own.routeId),
    driver_id: dress("driver", route.driver.id),
    vehicle_id: dress("vehicle", route.vehicle.id),
    date: own.date,
    status: isDriven ? (own.routeStatus as "started" | "finished") : own.answer,
    starts_at: said(startAt),
    ends_at: said(endAt),
    stops,
    next_stop: stops.find(({ completed_at }) => completed_at === null) ?? null,
  };
}

/** The same with the way it drives, and how long that is. */
export function fromDriverWay(driven: DriverRoute) {
  const { schedule } = driven.route;
  return {
    ...fromDriverRoute(driven),
    route_geometry: encodePolyline(wayOf(driven)),
    estimated_distance_m: schedule.distanceMeters,
    estimated_time_s: Math.round((driven.endAt.getTime() - driven.startAt.getTime()) / 1000),
  };
}

/** One stop of it; of one that is planned elsewhere by now, how it went here. */
export function fromDriverStop(driven: DriverRoute, stop: DriverStop): DriverStopAnswer {
  return fromStop(driven, stop, driven.stops.indexOf(stop));
}

function fromStop({ own }: DriverRoute, { visit, arriveAt, run }: DriverStop, index: number): DriverStopAnswer {
  const id = dress("stop", visit.id);
  const { completion, arrivedAtMs } = run;
  return {
    id,
    stop_id: id,
    delivery_id: dress("delivery", visit.deliveryId),
    assignment_id: dress("assignment", own.routeId),
    type: visit.role,
    sequence: index < 0 ? null : index + 1,
    status: STATUSES[run.status],
    delivery_status: outwardStatus(visit.status, own),
    eta: said(arriveAt),
    location: visit.position && { lat: visit.position.lat, lon: visit.position.lng },
    name: visit.name,
    address: [visit.street, visit.place].filter(Boolean).join(", "),
    arrived_at: arrivedAtMs === null ? null : said(new Date(arrivedAtMs)),
    completed_at: completion && said(new Date(completion.atMs)),
    reason: completion?.reason?.replaceAll("-", "_") ?? null,
    notes: completion?.note || null,
  };
}

/** From the depot over all stops and, where the route ends there, back. */
function wayOf({ route, stops, legs, back }: DriverRoute): LatLng[] {
  const points = [route.start.position, ...stops.map(({ visit }) => visit.position), route.end?.position ?? null];
  const shapes = [...legs, back];
  const way: LatLng[] = [];
  for (const [index, point] of points.entries()) {
    const shape = index > 0 ? decodePolyline(shapes[index - 1] ?? "") : [];
    for (const each of shape.length > 0 ? shape : point ? [point] : []) {
      const last = way.at(-1);
      if (last?.lat !== each.lat || last.lng !== each.lng) way.push(each);
    }
  }
  return way;
}
