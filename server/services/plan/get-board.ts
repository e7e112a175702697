import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { packBoard } from "@/server/domain/plan/pack-board";
import { planIdSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { loadBoard } from "./load-board";

/** The whole day, packed: `unpackBoard` makes it the board that all editing rules work on. */
export const getBoard = query({
  permission: "plan.read",
  input: planIdSchema,
  run: async ({ tx, actor, now }, { planId }) => {
    const plan = found(await findPlan(tx, actor.organizationId, planId), "plan");
    return packBoard(await loadBoard(tx, actor.organizationId, plan, now));
  },
});
