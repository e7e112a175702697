import "server-only";
import { z } from "zod";
import { findPlanningRun, listActiveRuns } from "@/db/queries/plan/optimizations";
import { type PlanningState, planningState } from "@/server/domain/plan/planning-state";
import { localDateSchema } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";
import { noSuch } from "../kernel/service-error";

/** The largest number a run can have. */
const MOST = 2_147_483_647;
export const planningNumberSchema = z.object({ number: z.int().min(1).max(MOST) });

/** How far the planning of this number is; a run begun at the desk is one as well. Refuses a number that nobody gave. */
export const readPlanning = query({
  permission: "plan.read",
  input: planningNumberSchema,
  run: async ({ tx, actor }, { number }): Promise<PlanningState> => {
    const run = await findPlanningRun(tx, actor.organizationId, number);
    if (!run) throw noSuch("optimization");
    return planningState(run);
  },
});

/** A run that is not over, by the number of the planning it is of. */
export interface RunningPlanning {
  readonly date: string;
  readonly projectId: string;
  readonly number: number;
}

/** What is being planned on these days, or (null) on any. */
export const findRunningPlannings = query({
  permission: "plan.read",
  input: z.object({ dates: z.array(localDateSchema).nullable() }),
  run: async ({ tx, actor }, { dates }): Promise<readonly RunningPlanning[]> => {
    const runs = await listActiveRuns(tx, actor.organizationId, dates);
    const numbers: RunningPlanning[] = [];
    for (const { date, projectId, number, firstId } of runs) {
      const first = firstId === null ? undefined : await findPlanningRun(tx, actor.organizationId, number);
      numbers.push({ date, projectId, number: first?.number ?? number });
    }
    return numbers;
  },
});
