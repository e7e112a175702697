import "server-only";
import type { AssignmentTerms } from "@/server/domain/assignment/assignment-terms";
import { groupByDay } from "@/server/domain/assignment/group-by-day";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import type { ServiceContext } from "../kernel/service-context";
import { type DayProposal, type LeftOut, proposeDay, weightOf } from "./propose-day";
import { readAssignables } from "./read-assignables";
import { type AssignmentDay, readAssignmentDay } from "./read-assignment-day";

/** A day with what is to be put on its routes. */
export interface OpenDay {
  readonly day: AssignmentDay;
  readonly visitIds: readonly string[];
  readonly deliveryIds: readonly string[];
}

export interface OpenDays {
  readonly days: readonly OpenDay[];
  /** On routes already, with them. */
  readonly served: readonly { readonly id: string; readonly routeId: string | null }[];
  readonly leftOut: readonly LeftOut[];
  /** How much it asks of the optimizer. */
  readonly weight: number;
}

/** Finds the days of deliveries, and on each who may bring them. Nothing is stored. */
export async function openAssignmentDays(
  services: ServiceContext,
  deliveryIds: readonly string[],
  terms: AssignmentTerms,
): Promise<OpenDays> {
  const found = await readAssignables(services, { deliveryIds: [...deliveryIds] });
  const { groups, served, leftOut } = groupByDay(found.deliveries, found.days, terms.windowPolicy);
  const days: OpenDay[] = [];
  for (const { projectId, date, deliveries } of groups) {
    const visitIds = deliveries.flatMap((each) => each.visitIds);
    const day = await readAssignmentDay(services, { projectId, date, visitIds, profile: terms.profile });
    days.push({ day, visitIds, deliveryIds: deliveries.map(({ id }) => id) });
  }
  return {
    days,
    served,
    leftOut: leftOut.map(({ deliveryId, reason }) => ({ deliveryId, reason, rules: [reason] })),
    weight: days.reduce((sum, { day }) => sum + weightOf(day), 0),
  };
}

/** What an assignment by one strategy would come to. */
export interface AssignmentOption {
  readonly strategy: OptimizationStrategy;
  readonly days: readonly DayProposal[];
  readonly leftOut: readonly LeftOut[];
}

/** One option per strategy; nothing is stored, and nobody is told. */
export async function proposeAssignments(
  { ports }: Pick<ServiceContext, "ports">,
  open: OpenDays,
  terms: AssignmentTerms,
  { maxSeconds, signal }: { readonly maxSeconds: number; readonly signal: AbortSignal },
): Promise<readonly AssignmentOption[]> {
  const byDay: (readonly DayProposal[])[] = [];
  for (const { day, visitIds } of open.days) {
    const share = maxSeconds / open.days.length;
    byDay.push(await proposeDay({ ports }, day, { visitIds, terms, maxSeconds: share, signal }));
  }
  return terms.strategies.map((strategy, index) => {
    const days = byDay.flatMap((proposals) => proposals[index] ?? []);
    return { strategy, days, leftOut: [...open.leftOut, ...days.flatMap((each) => each.leftOut)] };
  });
}
