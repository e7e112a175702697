import "server-only";
import { listRuns } from "@/server/services/execution/list-runs";
import { reportForDriver } from "@/server/services/execution/report-for-driver";
import { commandProcedure, queryProcedure, router } from "../init";

export const executionRouter = router({
  runs: queryProcedure(listRuns),
  report: commandProcedure(reportForDriver),
});
