import type { AssignmentTerms, WindowPolicy } from "@/server/domain/assignment/assignment-terms";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import type { RouteStatus } from "@/server/domain/plan/plan-board";
import type { AssignmentOption } from "@/server/services/assignment/propose-assignments";
import type { LeftOut } from "@/server/services/assignment/propose-day";
import type { RouteView, StopView } from "@/server/services/assignment/route-view";
import type { HandoverVerdict } from "@/server/services/partner/run-round";
import { dress } from "../ids";
import type {
  AssignmentAnswer,
  AutoAssignRequest,
  PlanAnswer,
  RoutePlanAnswer,
  UnassignedAnswer,
} from "../wire/assignment";
import { said } from "./door";

type Strategy = AutoAssignRequest["strategy"];

const STRATEGIES: Readonly<Record<Strategy, OptimizationStrategy>> = {
  latency: "fastest",
  cost: "cheapest",
  balanced: "balanced",
};
const SAID: Readonly<Record<OptimizationStrategy, Strategy>> = {
  fastest: "latency",
  cheapest: "cost",
  "fewest-vehicles": "cost",
  balanced: "balanced",
};
const POLICIES: Readonly<Record<AutoAssignRequest["time_window_policy"], WindowPolicy>> = {
  strict: "strict",
  hard: "strict",
  soft: "soft",
  flexible: "soft",
  ignore: "ignore",
};
const STATUSES: Readonly<Record<RouteStatus, AssignmentAnswer["status"]>> = {
  planned: "planned",
  dispatched: "assigned",
  started: "in_progress",
  finished: "completed",
};

/** A request's terms in the core's words, for these strategies. */
export function toTerms(
  {
    constraints = {},
    time_window_policy,
  }: Partial<Pick<AutoAssignRequest, "constraints">> & Pick<AutoAssignRequest, "time_window_policy">,
  strategies: readonly Strategy[],
): AssignmentTerms {
  return {
    strategies: [...new Set(strategies.map((strategy) => STRATEGIES[strategy]))],
    maxStops: constraints.max_stops_per_route ?? null,
    profile: constraints.vehicle_type ?? null,
    windowPolicy: POLICIES[time_window_policy],
  };
}

/** A route as it stands, or would. */
export function fromRoute(view: RouteView): RoutePlanAnswer {
  const stops = view.stops.map(fromStop);
  return {
    route_id: dress("route", view.routeId),
    driver_id: dress("driver", view.driverId),
    vehicle_id: dress("vehicle", view.vehicleId),
    date: view.date,
    start_at: instant(view.startMs),
    end_at: instant(view.endMs),
    delivery_ids: [...new Set(stops.map(({ delivery_id }) => delivery_id))],
    ...stopsAnswer(stops),
    route_geometry: view.geometry,
    estimated_distance_m: view.distanceMeters,
    estimated_time_s: view.durationSeconds,
    cost: view.costCents / 100,
    currency: view.currency,
  };
}

/** A route as the assignment it is. */
export function fromAssignment(view: RouteView): AssignmentAnswer {
  const id = dress("assignment", view.routeId);
  const { status, isLocked, version } = view;
  return { id, assignment_id: id, status: STATUSES[status], locked: isLocked, version, ...fromRoute(view) };
}

/** What one strategy would come to: its routes, and all of them in one. */
export function fromOption({ strategy, days, leftOut }: AssignmentOption): PlanAnswer {
  const routes = days.flatMap(({ views }) => views).map(fromRoute);
  const sum = (of: (route: RoutePlanAnswer) => number) => routes.reduce((total, route) => total + of(route), 0);
  return {
    strategy: SAID[strategy],
    label: strategy,
    routes,
    unassigned: leftOut.map(fromLeftOut),
    route_id: routes[0]?.route_id ?? null,
    ...stopsAnswer(routes.flatMap(({ stops }) => stops)),
    route_geometry: routes[0]?.route_geometry ?? "",
    estimated_distance_m: sum((route) => route.estimated_distance_m),
    estimated_time_s: sum((route) => route.estimated_time_s),
    cost: sum((route) => Math.round(route.cost * 100)) / 100,
    currency: routes[0]?.currency ?? days[0]?.day.plan.currency ?? "",
  };
}

export function fromLeftOut({ deliveryId, reason, rules }: LeftOut): UnassignedAnswer {
  return {
    delivery_id: dress("delivery", deliveryId),
    reason: word(reason),
    reasons: rules.map(word),
  };
}

export function fromHandover({ deliveryId, partnerId, handoverId }: HandoverVerdict) {
  const [partner_id, assignment_id] = [dress("partner", partnerId!), dress("assignment", handoverId!)];
  return { delivery_id: dress("delivery", deliveryId), partner_id, assignment_id };
}

const word = (rule: string) => rule.replaceAll("-", "_");
const instant = (ms: number) => said(new Date(ms));

type Stop = RoutePlanAnswer["stops"][number];

function stopsAnswer(stops: readonly Stop[]): Pick<RoutePlanAnswer, "eta_per_stop" | "stops" | "next_stop"> {
  return {
    eta_per_stop: stops.map(({ stop_id, delivery_id, eta }) => ({ stop_id, delivery_id, eta })),
    stops: [...stops],
    next_stop: stops.find(({ status }) => status === "pending" || status === "enroute" || status === "arrived") ?? null,
  };
}

function fromStop({ visitId, deliveryId, role, arriveMs, status, position }: StopView, index: number): Stop {
  return {
    stop_id: dress("stop", visitId),
    delivery_id: dress("delivery", deliveryId),
    type: role,
    sequence: index + 1,
    eta: instant(arriveMs),
    status: status === "planned" ? "pending" : status,
    location: position && { lat: position.lat, lon: position.lng },
  };
}
