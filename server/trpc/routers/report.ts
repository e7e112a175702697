import "server-only";
import { exportReport } from "@/server/services/analytics/export-report";
import { listOrdersOfFigure, listRoutesOfFigure } from "@/server/services/analytics/list-behind";
import { measureReport } from "@/server/services/analytics/measure-report";
import { commandProcedure, queryProcedure, router } from "../init";

export const reportRouter = router({
  figures: queryProcedure(measureReport),
  orders: queryProcedure(listOrdersOfFigure),
  routes: queryProcedure(listRoutesOfFigure),
  export: commandProcedure(exportReport),
});
