import "server-only";
import { listActs } from "@/server/services/execution/list-acts";
import { listRuns } from "@/server/services/execution/list-runs";
import { measureArrivals } from "@/server/services/execution/measure-arrivals";
import { reportForDriver } from "@/server/services/execution/report-for-driver";
import { commandProcedure, queryProcedure, router } from "../init";

export const executionRouter = router({
  runs: queryProcedure(listRuns),
  acts: queryProcedure(listActs),
  arrivalAccuracy: queryProcedure(measureArrivals),
  report: commandProcedure(reportForDriver),
});
