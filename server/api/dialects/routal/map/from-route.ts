import type { RouteHead } from "@/server/services/assignment/read-route-heads";
import type { RouteView } from "@/server/services/assignment/route-view";
import { dress } from "../ids";
import type { RouteAnswer } from "../wire/route";
import type { StopAnswer } from "../wire/stop";

/** That it has been sent changes nothing to this vendor: a route is under way once its driver has set off. */
const STATUSES: Readonly<Record<RouteView["status"], RouteAnswer["status"]>> = {
  planned: "not_started",
  dispatched: "not_started",
  started: "in_transit",
  finished: "finished",
};

interface RouteContext {
  readonly organizationId: string;
  /** The part of the day's plan it is in. */
  readonly planId: string;
  readonly head: RouteHead;
  /** Those of its stops, by id. */
  readonly stops: ReadonlyMap<string, StopAnswer>;
}

/** A route as this API says it; its vehicle is its driver with what he drives. */
export function fromRoute(view: RouteView, { organizationId, planId, head, stops }: RouteContext): RouteAnswer {
  const { driver } = head;
  return {
    id: dress(view.routeId),
    organization_id: dress(organizationId),
    project_id: dress(head.projectId),
    plan_id: dress(planId),
    vehicle_id: dress(driver.id),
    external_id: null,
    label: driver.name,
    phone: driver.phone || null,
    email: driver.email || null,
    plate: head.registration || null,
    status: STATUSES[view.status],
    is_locked: view.isLocked,
    start_location: head.start && { ...head.start },
    end_location: head.end && { ...head.end },
    estimated_start: new Date(view.startMs).toISOString(),
    estimated_end: new Date(view.endMs).toISOString(),
    distance: Math.round(view.distanceMeters),
    duration: Math.round(view.durationSeconds),
    polyline: view.geometry,
    stops: view.stops.flatMap(({ visitId, arriveMs }, position) => {
      const stop = stops.get(dress(visitId));
      return stop ? [{ ...stop, position, estimated_arrival: new Date(arriveMs).toISOString() }] : [];
    }),
  };
}
