import "server-only";
import { z } from "zod";
import { listLivePlans } from "@/db/queries/exception/live-plans";
import { lookAnew } from "../execution/look-anew";
import { command, untraced } from "../kernel/command";

/**
 * Has the arrivals of every route on the road worked out anew, and every plan on the road looked at for exceptions. The
 * queue gathers what is asked for twice.
 */
export const askForWatch = command({
  permission: "plan.edit",
  input: z.object({}),
  run: async (scope) => {
    const { tx, actor, now } = scope;
    const plans = await listLivePlans(tx, actor.organizationId, now);
    for (const { planId, routeIds } of plans) await lookAnew(scope, { routeIds, planIds: [planId] });
    return untraced({ plans: plans.length });
  },
});
