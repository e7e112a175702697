import { z } from "zod";
import { OPTIMIZATION_STRATEGIES } from "@/server/domain/plan/optimization-strategies";
import { type BoardRoute, boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import type { RoutingProblem, RoutingSolution } from "@/server/domain/plan/routing-problem";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";

/** `strict`: a promised window is kept or the delivery is left out; `soft`: missed rather than left out; `ignore`: any time. */
export const WINDOW_POLICIES = ["strict", "soft", "ignore"] as const;
export type WindowPolicy = (typeof WINDOW_POLICIES)[number];

/** What automatic assignments are made by, beside the rules of drivers, vehicles and deliveries themselves. */
export const assignmentTermsSchema = z.object({
  /** One proposal each. */
  strategies: z.array(z.enum(OPTIMIZATION_STRATEGIES)).min(1).max(4),
  /** On each route that takes something, what it has already included; null: as the vehicle allows. */
  maxStops: z.int().min(1).max(10_000).nullable().default(null),
  /** Only these vehicles; null: any. */
  profile: z.enum(TRAVEL_PROFILES).nullable().default(null),
  windowPolicy: z.enum(WINDOW_POLICIES).default("strict"),
});
export type AssignmentTerms = z.output<typeof assignmentTermsSchema>;

/** The day as the policy sees these visits: where windows do not count, they have none, and every day will do. */
export function withPolicy(board: PlanBoard, visitIds: readonly string[], policy: WindowPolicy): PlanBoard {
  if (policy === "strict") return board;
  const visits = new Map(board.visits);
  for (const visitId of visitIds) {
    const { obstacle, ...visit } = boardVisit(board, visitId);
    // Promised for another day, it is late on this one at whatever time.
    const isFreed = policy === "ignore" || obstacle === "other-day";
    if (isFreed) visits.set(visitId, { ...visit, windows: [], ...(obstacle === "unlocated" && { obstacle }) });
  }
  return { ...board, visits };
}

/**
 * The day with what is on routes already (or on those of them that keep theirs) before all that is not: it stays, and one
 * that is late already may be so.
 */
export function withKeptFirst(board: PlanBoard, keeps: (route: BoardRoute) => boolean = () => true): PlanBoard {
  const visits = new Map(board.visits);
  for (const { stops, schedule } of board.routes.filter(keeps)) {
    stops.forEach(({ visitId }, index) => {
      const visit = boardVisit(board, visitId);
      const isLate = schedule.stops[index]!.breaks.some(({ rule }) => rule === "late");
      visits.set(visitId, { ...visit, priority: "critical", ...(isLate && { windows: [] }) });
    });
  }
  return { ...board, visits };
}

/** The question under a limit of stops; who has more already keeps them, and gets no others. */
export function withMostStops(problem: RoutingProblem, maxStops: number | null): RoutingProblem {
  if (maxStops === null) return problem;
  const vehicles = problem.vehicles.map((vehicle, index) => {
    const has = (vehicle.done?.visits ?? 0) + (problem.initialRoutes[index]?.length ?? 0);
    return { ...vehicle, maxVisits: Math.min(vehicle.maxVisits ?? maxStops, Math.max(maxStops, has)) };
  });
  return { ...problem, vehicles };
}

/** Nobody leaves before this moment of the plan's day. */
export function leavingAfter(problem: RoutingProblem, nowSeconds: number): RoutingProblem {
  const fromSeconds = Math.ceil(nowSeconds);
  const vehicles = problem.vehicles.map((vehicle) => {
    const { shift } = vehicle;
    if (shift.fromSeconds >= fromSeconds || vehicle.frozenVisits.length > 0) return vehicle;
    return { ...vehicle, shift: { fromSeconds, toSeconds: Math.max(fromSeconds, shift.toSeconds) } };
  });
  return { ...problem, vehicles };
}

/** The rules that a window which does not count takes away. */
const OF_TIME: ReadonlySet<string> = new Set(["time-window"]);

/** The question again, beginning with its answer, for what no window had room for; undefined where that changes nothing. */
export function withoutMissedWindows(problem: RoutingProblem, solution: RoutingSolution): RoutingProblem | undefined {
  const missed = new Set(
    solution.unassigned
      .filter(({ reasons }) => reasons.some(({ rule }) => OF_TIME.has(rule)))
      .map(({ visit }) => visit),
  );
  const pickupOf = new Map(problem.visits.map(({ pairedDropoff }, pickup) => [pairedDropoff, pickup]));
  for (const visit of [...missed]) {
    const other = problem.visits[visit]!.pairedDropoff ?? pickupOf.get(visit);
    if (other !== undefined) missed.add(other);
  }
  if (missed.size === 0) return undefined;
  const visits = problem.visits.map((visit, index) => (missed.has(index) ? { ...visit, windows: [] } : visit));
  return { ...problem, visits, initialRoutes: solution.routes };
}
