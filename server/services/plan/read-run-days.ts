import "server-only";
import type { Tx } from "@/db/client";
import { findPlan, type PlanRow } from "@/db/queries/plan/find-plan";
import { loadVisits } from "@/db/queries/plan/load-visits";
import { findPlanningRuns } from "@/db/queries/plan/optimizations";
import type { OptimizationRequest } from "@/server/domain/plan/optimization-run";
import { optimizationIdSchema } from "@/server/domain/plan/plan-schema";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { query } from "../kernel/query";
import type { JoinableDay } from "./join-days";
import { loadBoard } from "./load-board";
import { planDayClock, type TimedVisit } from "./plan-day-clock";

/** One day of a run, or of the planning that the run is of. */
export interface RunDay extends Omit<JoinableDay, "built" | "mayGo"> {
  readonly optimizationId: string;
  readonly request: OptimizationRequest;
}

/** All days that a run is about, in order; more than one where it is of a planning of several. */
export const readRunDays = query({
  permission: "plan.read",
  input: optimizationIdSchema,
  run: async ({ tx, actor, now }, { optimizationId }): Promise<readonly RunDay[]> => {
    const { organizationId } = actor;
    const runs = await findPlanningRuns(tx, organizationId, optimizationId);
    const days = [];
    const timed = new Map<string, TimedVisit>();
    for (const { id, planId, request } of runs) {
      const plan = (await findPlan(tx, organizationId, planId))!;
      const board = await loadBoard(tx, organizationId, plan, now);
      if (runs.length > 1) await addTimed(tx, organizationId, plan, timed);
      days.push({ plan, board, optimizationId: id, request });
    }
    return days.map(({ plan, ...day }) => {
      const clock = planDayClock(plan.date, plan.timeZone);
      return {
        ...day,
        isOpen: plan.status !== "closed" && plan.date >= localDateAt(now, plan.timeZone),
        timesOf: (visitId) => {
          const visit = timed.get(visitId);
          return visit ? clock.times(visit) : null;
        },
      };
    });
  },
});

async function addTimed(tx: Tx, organizationId: string, plan: PlanRow, timed: Map<string, TimedVisit>): Promise<void> {
  for (const row of await loadVisits(tx, organizationId, plan)) timed.set(row.id, row);
}
