import "server-only";
import type { ReloadOption } from "@/server/domain/plan/optimization-run";
import type { RoutingBalance } from "@/server/domain/plan/routing-problem";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { openDay } from "./open-day";
import { type PlannableDay, type PlannableVisit, readPlannable } from "./read-plannable";
import { findRunningPlannings } from "./read-planning";
import { requestPlanning } from "./request-planning";

/** A search over many days ends after so much at the latest. */
const MOST_SECONDS = 300;

/** How a planning goes about its days. */
export interface PlanningWay {
  /** What becomes of stops that were not named, where deliveries are. */
  readonly others: "included" | "unplanned";
  readonly startFrom: "current" | "empty";
  readonly keepDrivers: boolean;
  readonly balance: RoutingBalance | null;
  /** 0 to 1. */
  readonly clustering: number;
  /** Vans may come back to load again; absent or null: only where they do already. */
  readonly reload?: ReloadOption | null;
  /** For each day; five minutes for all of them together. */
  readonly maxSeconds: number;
}

export interface PlanningQuestion extends PlanningWay {
  readonly projectId: string;
  /** In order; planned together, an order on whichever of them it may be made. */
  readonly dates: readonly string[];
  /** Null: all who may drive. */
  readonly driverIds: readonly string[] | null;
  /** Null: all of these days. */
  readonly deliveryIds: readonly string[] | null;
  /** Routes that have stops stay as they are. */
  readonly onlyEmptyRoutes: boolean;
}

export type PlanningStart =
  | { readonly kind: "started" | "running"; readonly number: number }
  | { readonly kind: "nothing-to-plan" | "nobody-drives" }
  /** Named, but of none of these days; or nobody knows where they are. */
  | { readonly kind: "not-of-these-days" | "unlocated"; readonly deliveryIds: readonly string[] };

/**
 * Plans days as a program wants it: what the optimizer finds becomes the plan, of all days at once. Nothing is begun where
 * one of the days is being planned already, or there is nothing to plan.
 */
export async function planDays(services: ServiceContext, question: PlanningQuestion): Promise<PlanningStart> {
  const { projectId, dates, driverIds, deliveryIds, onlyEmptyRoutes, maxSeconds, ...way } = question;
  const inAll = await findRunningPlannings(services, { dates: [...dates] });
  const running = inAll.find((each) => each.projectId === projectId);
  if (running) return { kind: "running", number: running.number };
  const all: PlannableDay[] = [];
  for (const date of dates) all.push(await readPlannable(services, { projectId, date }));
  const visits = all.flatMap((day) => day.visits);
  const faults = deliveryIds && faultsOf(deliveryIds, visits);
  if (faults) return faults;
  const wanted = deliveryIds && new Set(deliveryIds);
  const isWanted = ({ deliveryId }: PlannableVisit) => wanted?.has(deliveryId) ?? true;
  if (!visits.some((visit) => visit.isLocated && isWanted(visit))) return { kind: "nothing-to-plan" };
  const days = [];
  for (const day of all.length === 1 ? all : all.filter(takesPart)) {
    const { date } = day;
    const { planId, routes } = await openDay(services, { projectId, date, driverIds: driverIds && [...driverIds] });
    const taking = routes.filter(({ hasStops }) => !(onlyEmptyRoutes && hasStops)).map(({ routeId }) => routeId);
    const named = wanted && day.visits.filter(isWanted).map(({ visitId }) => visitId);
    // What is meant for a day on which nobody drives may go to another.
    if (taking.length > 0 || day.visits.length > 0) days.push({ planId, routeIds: taking, visitIds: named });
  }
  const driven = days.filter(({ routeIds }) => routeIds.length > 0).length;
  if (driven === 0) return { kind: "nobody-drives" };
  try {
    const forAll = Math.min(MOST_SECONDS, maxSeconds * driven);
    const { number } = await requestPlanning(services, { days, ...way, maxSeconds: forAll });
    return { kind: "started", number };
  } catch (error) {
    const number = error instanceof ServiceError ? error.details.number : undefined;
    if (typeof number !== "number") throw error;
    return { kind: "running", number };
  }
}

/** Of several days those that are closed are left alone, and so are past ones on which nothing is left to bring. */
function takesPart({ isClosed, isOver, visits }: PlannableDay): boolean {
  return !isClosed && !(isOver && visits.length === 0);
}

function faultsOf(ids: readonly string[], visits: readonly PlannableVisit[]): PlanningStart | undefined {
  const known = new Set(visits.map(({ deliveryId }) => deliveryId));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) return { kind: "not-of-these-days", deliveryIds: missing };
  const lost = new Set(visits.flatMap(({ deliveryId, isLocated }) => (isLocated ? [] : [deliveryId])));
  const unlocated = ids.filter((id) => lost.has(id));
  return unlocated.length > 0 ? { kind: "unlocated", deliveryIds: unlocated } : undefined;
}
