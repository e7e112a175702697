import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { planIdSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { loadBoard } from "./load-board";

/** The whole day as the rules see it: for jobs. Browsers ask for it packed (`getBoard`). */
export const readPlanBoard = query({
  permission: "plan.read",
  input: planIdSchema,
  run: async ({ tx, actor, now }, { planId }) =>
    loadBoard(tx, actor.organizationId, found(await findPlan(tx, actor.organizationId, planId), "plan"), now),
});
