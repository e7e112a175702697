import "server-only";
import { deskActSchema } from "@/server/domain/execution/execution-schema";
import { command } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { takeActs } from "./take-acts";

/**
 * The desk says for a driver what has happened: he has telephoned, or his phone is dead. The act goes into the same log
 * as his own and is weighed against them by its time. Refuses what the log refuses.
 */
export const reportForDriver = command({
  permission: "plan.dispatch",
  input: deskActSchema,
  run: async (scope, { routeId, act }) => {
    const outcome = await takeActs(scope, routeId, null, { deviceNow: scope.now, ops: [{ ...act, deviceSeq: 0 }] });
    const [answer] = outcome.result.answers;
    if (answer?.verdict !== "rejected") return outcome;
    throw new ServiceError("refused", answer.message ?? "That cannot be said of this route.", {
      reason: answer.reason ?? "malformed",
    });
  },
});
