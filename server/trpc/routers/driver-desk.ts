import "server-only";
import { listOwnRuns, openOwnRun } from "@/server/services/driver-desk/own-runs";
import { endLookAsDriver, seeAsDriver } from "@/server/services/driver-desk/see-as-driver";
import { commandProcedure, queryProcedure, router } from "../init";

/** All that a signed-in driver may ask for: the way to his own run; and how the desk sees what a driver sees. */
export const driverDeskRouter = router({
  runs: queryProcedure(listOwnRuns),
  openRun: commandProcedure(openOwnRun),
  seeAs: commandProcedure(seeAsDriver),
  endLook: commandProcedure(endLookAsDriver),
});
