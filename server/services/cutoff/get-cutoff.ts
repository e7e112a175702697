import "server-only";
import { countDataChecks, countUnassigned, listRouteStrains, type RouteStrain } from "@/db/queries/cutoff/count-checks";
import { findPlan } from "@/db/queries/plan/find-plan";
import { nextServiceDate } from "@/db/queries/plan/nearest-service-date";
import { findProject } from "@/db/queries/project/find-project";
import type { CutoffCounts } from "@/server/domain/cutoff/cutoff-counts";
import { cutoffInstant } from "@/server/domain/cutoff/cutoff-instant";
import { planIdSchema } from "@/server/domain/plan/plan-schema";
import { addLocalDays } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { type PlanDayClock, planDayClock } from "../plan/plan-day-clock";

export interface Cutoff {
  /** ISO instant; null where the project has no cut-off. */
  readonly cutoffAt: string | null;
  readonly counts: CutoffCounts;
  /** Addresses still being looked up: they settle themselves, or join those in doubt. */
  readonly pendingAddresses: number;
  /** The day to which what finds no room is usually rolled over. */
  readonly nextServiceDate: string;
}

/** How clean a day's order book and its routes are, and until when they have to be. */
export const getCutoff = query({
  permission: "plan.read",
  input: planIdSchema,
  run: async ({ tx, actor }, { planId }): Promise<Cutoff> => {
    const { organizationId } = actor;
    const plan = found(await findPlan(tx, organizationId, planId), "plan");
    const project = found(await findProject(tx, organizationId, plan.projectId), "project");
    const day = { organizationId, projectId: plan.projectId, date: plan.date };
    const { pending, ...data } = await countDataChecks(tx, day);
    const unassigned = await countUnassigned(tx, day);
    const clock = planDayClock(plan.date, plan.timeZone);
    const strains = await listRouteStrains(tx, organizationId, planId);
    return {
      cutoffAt: cutoffInstant(plan.date, plan.timeZone, project)?.toISOString() ?? null,
      counts: {
        ...data,
        unassigned,
        late: strains.reduce((sum, route) => sum + route.lateStops, 0),
        strained: strains.filter((route) => isStrained(route, clock)).length,
      },
      pendingAddresses: pending,
      nextServiceDate:
        (await nextServiceDate(tx, organizationId, plan.projectId, plan.date)) ?? addLocalDays(plan.date, 1),
    };
  },
});

function isStrained(route: RouteStrain, clock: PlanDayClock): boolean {
  const shiftEnd = clock.elapsed(route.shiftToSeconds) - route.endServiceSeconds;
  return route.isOverloaded || route.endSeconds > shiftEnd;
}
