import "server-only";
import { listOwnRuns, openOwnRun } from "@/server/services/driver-desk/own-runs";
import { commandProcedure, queryProcedure, router } from "../init";

/** All that a signed-in driver may ask for: the way to his own run. */
export const driverDeskRouter = router({
  runs: queryProcedure(listOwnRuns),
  openRun: commandProcedure(openOwnRun),
});
