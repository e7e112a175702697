import type { RoutingSolution } from "@/server/domain/plan/routing-problem";
import { elapsedToMoment } from "@/server/domain/time/elapsed-to-moment";
import { checkSolution } from "../../checker/check-solution";
import type { Money } from "../../checker/route-money";
import type { TimedRoute } from "../../checker/timed-route";
import type { DrayAnswer, DrayCost, DrayRoute } from "./dray-answer-schema";
import type { DrayProblem } from "./read-dray";

/** The part of the answer that is about the plan. */
export type WrittenPlan = Pick<
  DrayAnswer,
  "vehicles" | "distance" | "duration" | "cost" | "emissionGrams" | "unassigned" | "routes"
>;

/** The plan in the words of the file: names instead of indices, and when everything happens, as the checker has it. */
export function writeDrayAnswer(asked: DrayProblem, solution: RoutingSolution): WrittenPlan {
  const check = checkSolution(asked.problem, solution);
  const used = check.routes.filter((route) => route.stops.length > 0);
  return {
    vehicles: check.vehiclesUsed,
    distance: check.distanceMeters,
    duration: used.reduce((sum, route) => sum + route.returnSeconds - route.departureSeconds, 0),
    cost: writeCost(check.money),
    emissionGrams: Math.round(check.emissionGrams),
    unassigned: solution.unassigned.map(({ visit, reasons }) => ({
      id: asked.input.visits[visit]!.id,
      reasons: reasons.map((reason) => ({ ...reason })),
    })),
    routes: used.map((route) => writeRoute(asked, route)),
  };
}

function writeRoute(asked: DrayProblem, route: TimedRoute): DrayRoute {
  const { input, vehicleDays } = asked;
  const { vehicle, date } = vehicleDays[route.vehicle]!;
  const { departureSeconds, returnSeconds } = route;
  const clock = clockOf(asked);
  return {
    vehicle: input.vehicles[vehicle]!.id,
    ...(date !== undefined && { date }),
    departureSeconds,
    endSeconds: returnSeconds,
    ...clock({ departure: departureSeconds, end: returnSeconds }),
    distanceMeters: route.distanceMeters,
    driveSeconds: route.driveSeconds,
    workSeconds: route.workSeconds,
    waitSeconds: route.waitSeconds,
    overtimeSeconds: route.overtimeSeconds,
    emissionGrams: Math.round(route.emissionGrams),
    cost: writeCost(route.money),
    loadsAtStart: [...route.loadsAtStart],
    stops: [...writeStops(asked, route)],
  };
}

/** Visits, each with the breaks and the reloading in front of it; breaks after the last one at the end. */
function* writeStops(asked: DrayProblem, route: TimedRoute): Generator<DrayRoute["stops"][number]> {
  const clock = clockOf(asked);
  for (let position = 0; position <= route.stops.length; position++) {
    for (const { before, startSeconds, endSeconds, lateSeconds } of route.breaks) {
      if (before !== position) continue;
      const times = { startSeconds, departureSeconds: endSeconds };
      yield { kind: "break", ...times, ...clock({ start: startSeconds, departure: endSeconds }), lateSeconds };
    }
    for (const { before, arrivalSeconds, departureSeconds, ...reload } of route.reloads) {
      if (before !== position) continue;
      yield {
        kind: "reload",
        arrivalSeconds,
        startSeconds: arrivalSeconds,
        departureSeconds,
        ...clock({ arrival: arrivalSeconds, start: arrivalSeconds, departure: departureSeconds }),
        driveSeconds: reload.legSeconds,
        distanceMeters: reload.legMeters,
        loads: [...reload.loadsAfter],
      };
    }
    const stop = route.stops[position];
    if (stop) yield writeVisit(asked, stop);
  }
}

function writeVisit(asked: DrayProblem, stop: TimedRoute["stops"][number]): DrayRoute["stops"][number] {
  const { arrivalSeconds, startSeconds, departureSeconds, checkInSeconds } = stop;
  return {
    kind: "visit",
    id: asked.input.visits[stop.visit]!.id,
    trip: stop.trip + 1,
    arrivalSeconds,
    startSeconds,
    departureSeconds,
    ...clockOf(asked)({ arrival: arrivalSeconds, start: startSeconds, departure: departureSeconds }),
    driveSeconds: stop.legSeconds,
    distanceMeters: stop.legMeters,
    checkInSeconds,
    waitSeconds: startSeconds - arrivalSeconds - checkInSeconds,
    lateSeconds: stop.lateSeconds,
    loads: [...stop.loadsAfter],
  };
}

/** The same times by the clock on the wall, where the file says which day it is. */
function clockOf({ input: { date, zone } }: DrayProblem) {
  return <Names extends string>(times: Record<Names, number>): { [Name in Names]?: string } => {
    if (date === undefined) return {};
    const moments = Object.entries<number>(times).map(([name, seconds]) => [
      name,
      elapsedToMoment(date, zone, seconds),
    ]);
    return Object.fromEntries(moments) as { [Name in Names]?: string };
  };
}

function writeCost(money: Money): DrayCost {
  const { fixedCents, distanceCents, timeCents, overtimeCents, carbonCents } = money;
  return {
    totalCents: Math.round(fixedCents + distanceCents + timeCents + overtimeCents + carbonCents),
    fixedCents: Math.round(fixedCents),
    distanceCents: Math.round(distanceCents),
    timeCents: Math.round(timeCents),
    overtimeCents: Math.round(overtimeCents),
    carbonCents: Math.round(carbonCents),
  };
}
