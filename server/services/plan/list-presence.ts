import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { planIdSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { presentPeople } from "./present-people";

/** Who else has the plan open now, and which routes they have in hand. */
export const listPresence = query({
  permission: "plan.read",
  input: planIdSchema,
  run: async ({ tx, actor, now }, { planId }) => {
    found(await findPlan(tx, actor.organizationId, planId), "plan");
    return presentPeople(tx, actor, planId, now);
  },
});
