import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { loadStopContacts } from "@/db/queries/plan/stop-contacts";
import { stopContactsSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** Telephone and e-mail behind stops of a plan: what a file of them needs and the board does without. */
export const listStopContacts = query({
  permission: "order.read",
  input: stopContactsSchema,
  run: async ({ tx, actor }, { planId, visitIds }) => {
    const plan = found(await findPlan(tx, actor.organizationId, planId), "plan");
    return loadStopContacts(tx, actor.organizationId, plan.projectId, visitIds);
  },
});
