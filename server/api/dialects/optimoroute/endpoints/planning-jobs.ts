import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import { ServiceError } from "@/server/services/kernel/service-error";
import { cancelPlanning } from "@/server/services/plan/cancel-planning";
import { readPlanning } from "@/server/services/plan/read-planning";
import { fromPlanning, planningFault } from "../map/planning";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import {
  planningStatusAnswerSchema,
  planningStatusQuerySchema,
  stopPlanningAnswerSchema,
  stopPlanningRequestSchema,
} from "../wire/planning";

/** Ends a planning; the day it was at stays as it was. */
export const stopPlanning = endpoint({
  method: "post",
  path: "/stop_planning",
  id: "stopPlanning",
  tag: "Planning",
  summary: "Stop planning",
  scope: "plans:write",
  takesAnyMediaType: true,
  body: stopPlanningRequestSchema,
  answers: said(stopPlanningAnswerSchema, "Stopped, or why not."),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body: { planningId: number } }) => {
    const answer = await knowing(() => cancelPlanning(services, { number }));
    return { status: 200, body: "code" in answer ? answer : { success: true } };
  },
});

/** How far a planning is; asked until it is finished, cancelled or failed. */
export const getPlanningStatus = endpoint({
  method: "get",
  path: "/get_planning_status",
  id: "getPlanningStatus",
  tag: "Planning",
  summary: "How far a planning is",
  scope: "plans:read",
  query: planningStatusQuerySchema,
  answers: said(planningStatusAnswerSchema, "How far it is, or that there is no such planning."),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, query: { planningId: number } }) => {
    const answer = await knowing(() => readPlanning(services, { number }));
    return { status: 200, body: "code" in answer ? answer : fromPlanning(answer) };
  },
});

/** What is said of a planning, or why nothing is; a number that cannot be one is that of no planning. */
async function knowing<T extends object>(ask: () => Promise<T>) {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === "not-found" || error.code === "invalid") return planningFault("ERR_JOB_NOT_FOUND");
    if (error.code === "refused") return planningFault("ERR_OPT_NOT_RUNNING");
    throw error;
  }
}
