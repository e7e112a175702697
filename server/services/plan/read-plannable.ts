import "server-only";
import { z } from "zod";
import { findPlanOfDay } from "@/db/queries/plan/find-plan";
import { loadVisits } from "@/db/queries/plan/load-visits";
import { findProject } from "@/db/queries/project/find-project";
import { localDateSchema } from "@/server/domain/time/local-date";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { isLocated } from "./board-from-rows";

/** No plan has this id. */
const NO_PLAN = "00000000-0000-0000-0000-000000000000";

/** A door of a day as planning asks of it first. */
export interface PlannableVisit {
  readonly visitId: string;
  readonly deliveryId: string;
  readonly isLocated: boolean;
}

/** A day with its doors, planned or not. */
export interface PlannableDay {
  readonly date: string;
  readonly isClosed: boolean;
  readonly isOver: boolean;
  readonly visits: readonly PlannableVisit[];
}

/** What there is to plan on a day; on one without a plan as well. */
export const readPlannable = query({
  permission: "plan.read",
  input: z.object({ projectId: z.uuid(), date: localDateSchema }),
  run: async ({ tx, actor, now }, { projectId, date }): Promise<PlannableDay> => {
    const { organizationId } = actor;
    const { timeZone } = found(await findProject(tx, organizationId, projectId), "project");
    const plan = await findPlanOfDay(tx, organizationId, projectId, date);
    const rows = await loadVisits(tx, organizationId, { id: plan?.id ?? NO_PLAN, projectId, date });
    return {
      date,
      isClosed: plan?.status === "closed",
      isOver: date < localDateAt(now, timeZone),
      visits: rows.map((row) => ({ visitId: row.id, deliveryId: row.deliveryId, isLocated: isLocated(row) })),
    };
  },
});
