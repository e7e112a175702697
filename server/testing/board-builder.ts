import { withRoutes } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { joinVisits } from "@/server/domain/plan/join-visits";
import type { BoardLeg, BoardRoute, BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { routeLegs } from "@/server/domain/plan/reload-trips";
import { retimeRoute } from "@/server/domain/plan/retime-route";
import type { ScheduleVehicle } from "@/server/domain/plan/route-schedule";
import { scheduleRoute } from "@/server/domain/plan/schedule-route";
import { startOfDay } from "@/server/domain/time/zoned-time";

const HOUR = 3600;
export const DEPOT = { id: "depot", name: "Depot", position: { lat: 55.67, lng: 12.55 } };

/** A visit at a spot some hundred metres per unit from the depot. */
export function boardVisitAt(id: string, x: number, y: number, over: Partial<BoardVisit> = {}): BoardVisit {
  return {
    id,
    deliveryId: `delivery-${id}`,
    role: "dropoff",
    externalId: id,
    name: `Customer ${id}`,
    street: `Street ${id}`,
    place: "1000 Town",
    position: { lat: DEPOT.position.lat + y * 0.001, lng: DEPOT.position.lng + x * 0.001 },
    serviceSeconds: 180,
    windows: [],
    windowSemantics: "start",
    deliver: [0, 0, 1, 0],
    pickup: [0, 0, 0, 0],
    skills: [],
    features: [],
    priority: "normal",
    status: "requested",
    ...over,
  };
}

export const RULES: ScheduleVehicle = {
  shift: { fromSeconds: 8 * HOUR, toSeconds: 18 * HOUR },
  startPosition: DEPOT.position,
  capacity: [1e9, 1e9, 1e9, 1e9],
  skills: [],
  features: [],
  fixedCostCents: 5000,
  costPerKmCents: 40,
  costPerHourCents: 2500,
};

/** A board with these visits on these routes (lists of visit ids), the rest in the pool, all legs estimated. */
export function buildBoard(
  visits: readonly BoardVisit[],
  sequences: readonly (readonly string[])[],
  over: { rules?: Partial<ScheduleVehicle>; route?: (index: number) => Partial<BoardRoute>; date?: string } = {},
): PlanBoard {
  const date = over.date ?? "2026-06-10";
  const base: PlanBoard = {
    plan: {
      id: "plan",
      projectId: "project",
      date,
      timeZone: "Europe/Copenhagen",
      status: "draft",
      version: 1,
      midnightEpochMs: startOfDay(date, "Europe/Copenhagen").getTime(),
      currency: "EUR",
      loadDimensions: [],
    },
    depots: [DEPOT],
    routes: [],
    visits: joinVisits(new Map(visits.map((visit) => [visit.id, visit]))),
    pool: [],
    calibrations: {},
    lastEventSeq: 0,
  };
  const routes = sequences.map((visitIds, index) => {
    const empty = emptyRoute(index, { ...RULES, ...over.rules });
    return { ...retimeRoute(empty, visitIds, base, boardLegs(base)), ...over.route?.(index) };
  });
  return withRoutes(base, routes);
}

function emptyRoute(index: number, rules: ScheduleVehicle): BoardRoute {
  const noLeg: BoardLeg = { durationSeconds: 0, distanceMeters: 0, isEstimate: true };
  return {
    id: `route-${index}`,
    number: index + 1,
    driverDayId: `day-${index}`,
    driver: { id: `driver-${index}`, name: `Driver ${index}`, email: "", phone: "" },
    vehicle: { id: `vehicle-${index}`, label: `Van ${index}`, registration: "", profile: "van" },
    rules,
    start: DEPOT,
    end: DEPOT,
    status: "planned",
    locked: false,
    frozenStops: 0,
    version: 1,
    stops: [],
    returnLeg: noLeg,
    schedule: scheduleRoute(rules, [], [noLeg]),
  };
}

/** The route with its first stops made, each somewhat off its planned time, and the rest timed from there. */
export function underWayAt(route: BoardRoute, count: number, board: Pick<PlanBoard, "visits">): BoardRoute {
  const made = route.schedule.stops.slice(0, count).map(({ visitId, arriveSeconds, departSeconds }, index) => {
    const off = ((index * 7) % 5) * 120 - 180;
    return {
      visitId,
      arriveSeconds: arriveSeconds + off,
      startSeconds: arriveSeconds + off + (index % 2) * 30,
      departSeconds: departSeconds + Math.abs(off) + 60,
    };
  });
  const startedSeconds = route.schedule.startSeconds - 90;
  const underWay = { startedSeconds, asOfSeconds: (made.at(-1)?.departSeconds ?? startedSeconds) + 240, made };
  const visits = route.stops.map(({ visitId }) => board.visits.get(visitId)!);
  return {
    ...route,
    status: "started",
    underWay,
    schedule: scheduleRoute(route.rules, visits, routeLegs(route.stops, route.returnLeg), underWay),
  };
}
