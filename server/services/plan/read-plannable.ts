import "server-only";
import { z } from "zod";
import { findPlanOfDay } from "@/db/queries/plan/find-plan";
import { loadVisits } from "@/db/queries/plan/load-visits";
import { localDateSchema } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";
import { isLocated } from "./board-from-rows";

/** No plan has this id. */
const NO_PLAN = "00000000-0000-0000-0000-000000000000";

/** A door of a day as planning asks of it first. */
export interface PlannableVisit {
  readonly visitId: string;
  readonly deliveryId: string;
  readonly isLocated: boolean;
}

/** The doors of a day, planned or not; of a day without a plan as well. */
export const readPlannable = query({
  permission: "plan.read",
  input: z.object({ projectId: z.uuid(), date: localDateSchema }),
  run: async ({ tx, actor }, { projectId, date }): Promise<readonly PlannableVisit[]> => {
    const { organizationId } = actor;
    const plan = await findPlanOfDay(tx, organizationId, projectId, date);
    const rows = await loadVisits(tx, organizationId, { id: plan?.id ?? NO_PLAN, projectId, date });
    return rows.map((row) => ({ visitId: row.id, deliveryId: row.deliveryId, isLocated: isLocated(row) }));
  },
});
