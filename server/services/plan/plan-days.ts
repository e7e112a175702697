import "server-only";
import type { PlanningTerms, ReloadOption } from "@/server/domain/plan/optimization-run";
import type { RoutingBalance } from "@/server/domain/plan/routing-problem";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { openDay } from "./open-day";
import { type PlannableVisit, readPlannable } from "./read-plannable";
import { findRunningPlannings } from "./read-planning";
import { requestOptimization } from "./request-optimization";

/** How every day of a planning is planned. */
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
  /** For each day. */
  readonly maxSeconds: number;
}

export interface PlanningQuestion extends PlanningWay, Omit<PlanningTerms, "laterDates"> {
  readonly projectId: string;
  /** In order; each is planned once the one before is. */
  readonly dates: readonly string[];
}

export type PlanningStart =
  | { readonly kind: "started" | "running"; readonly number: number }
  | { readonly kind: "nothing-to-plan" | "nobody-drives" }
  /** Named, but of none of these days; or nobody knows where they are. */
  | { readonly kind: "not-of-these-days" | "unlocated"; readonly deliveryIds: readonly string[] };

/**
 * Plans days as a program wants it: what the optimizer finds becomes the plan, a day at a time, and what finds no room
 * rolls over to the next. Nothing is begun where one of the days is being planned already, or there is nothing to plan.
 */
export async function planDays(services: ServiceContext, question: PlanningQuestion): Promise<PlanningStart> {
  const { projectId, dates, deliveryIds } = question;
  const inAll = await findRunningPlannings(services, { dates: [...dates] });
  const running = inAll.find((each) => each.projectId === projectId);
  if (running) return { kind: "running", number: running.number };
  const days: (readonly PlannableVisit[])[] = [];
  for (const date of dates) days.push(await readPlannable(services, { projectId, date }));
  const faults = deliveryIds && faultsOf(deliveryIds, days.flat());
  if (faults) return faults;
  const wanted = deliveryIds && new Set(deliveryIds);
  const first = days.findIndex((day) =>
    day.some((visit) => visit.isLocated && (wanted?.has(visit.deliveryId) ?? true)),
  );
  if (first < 0) return { kind: "nothing-to-plan" };
  const started = await planDay(services, { ...question, dates: dates.slice(first) }, days[first]!);
  return started ?? { kind: "nobody-drives" };
}

/** Begins with the first of these days that anybody drives on; undefined where nobody does. */
export async function planDay(
  services: ServiceContext,
  question: PlanningQuestion,
  visits: readonly PlannableVisit[],
  firstId?: string,
): Promise<Extract<PlanningStart, { number: number }> | undefined> {
  const { projectId, dates, driverIds, deliveryIds, onlyEmptyRoutes, others, ...way } = question;
  const [date, ...laterDates] = dates;
  if (date === undefined) return undefined;
  const { planId, routes } = await openDay(services, { projectId, date, driverIds: driverIds && [...driverIds] });
  const taking = routes.filter(({ hasStops }) => !(onlyEmptyRoutes && hasStops));
  if (taking.length === 0) return undefined;
  const wanted = deliveryIds && new Set(deliveryIds);
  const named = visits.filter(({ deliveryId }) => wanted?.has(deliveryId));
  const { startFrom, keepDrivers, balance, clustering, reload = null, maxSeconds } = way;
  try {
    const { number } = await requestOptimization(services, {
      planId,
      scope: {
        kind: "selection",
        routeIds: taking.map(({ routeId }) => routeId),
        visitIds: wanted && named.map(({ visitId }) => visitId),
        others,
      },
      planning: {
        driverIds: driverIds && [...driverIds],
        deliveryIds: deliveryIds && [...deliveryIds],
        onlyEmptyRoutes,
        laterDates,
      },
      ...(firstId !== undefined && { firstId }),
      startFrom,
      keepDrivers,
      balance,
      clustering,
      reload,
      maxSeconds,
    });
    return { kind: "started", number };
  } catch (error) {
    const number = error instanceof ServiceError ? error.details.number : undefined;
    if (typeof number !== "number") throw error;
    return { kind: "running", number };
  }
}

function faultsOf(ids: readonly string[], visits: readonly PlannableVisit[]): PlanningStart | undefined {
  const known = new Set(visits.map(({ deliveryId }) => deliveryId));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) return { kind: "not-of-these-days", deliveryIds: missing };
  const lost = new Set(visits.flatMap(({ deliveryId, isLocated }) => (isLocated ? [] : [deliveryId])));
  const unlocated = ids.filter((id) => lost.has(id));
  return unlocated.length > 0 ? { kind: "unlocated", deliveryIds: unlocated } : undefined;
}
