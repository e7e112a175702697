import "server-only";
import { z } from "zod";
import { command, untraced } from "../kernel/command";
import { askForSending } from "./ask-for-sending";

/** Has messages sent that should have gone out already: a job of theirs was lost, or gave up. */
export const askForOverdue = command({
  permission: "plan.dispatch",
  input: z.object({}),
  run: async (scope) => {
    await askForSending(scope, [{ status: "waiting", dueAt: scope.now }]);
    return untraced(null);
  },
});
