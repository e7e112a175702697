import "server-only";
import { actOnExceptions } from "@/server/services/exception/act-on-exceptions";
import { countExceptions } from "@/server/services/exception/count-exceptions";
import { createException } from "@/server/services/exception/create-exception";
import { getPolicy } from "@/server/services/exception/get-policy";
import { listConcernedStops } from "@/server/services/exception/list-concerned-stops";
import { listExceptions } from "@/server/services/exception/list-exceptions";
import { listOwners } from "@/server/services/exception/list-owners";
import { listReportedPictures } from "@/server/services/exception/list-reported-pictures";
import { retryDelivery } from "@/server/services/exception/retry-delivery";
import { returnDelivery } from "@/server/services/exception/return-delivery";
import { savePolicy } from "@/server/services/exception/save-policy";
import { suggestFixes } from "@/server/services/exception/suggest-fixes";
import { suggestSplit } from "@/server/services/exception/suggest-split";
import { viewReportedPictures } from "@/server/services/exception/view-reported-pictures";
import { commandProcedure, queryProcedure, router } from "../init";

export const exceptionRouter = router({
  list: queryProcedure(listExceptions),
  count: queryProcedure(countExceptions),
  owners: queryProcedure(listOwners),
  stops: queryProcedure(listConcernedStops),
  pictures: queryProcedure(listReportedPictures),
  viewPictures: commandProcedure(viewReportedPictures),
  fixes: queryProcedure(suggestFixes),
  splitFix: queryProcedure(suggestSplit),
  act: commandProcedure(actOnExceptions),
  create: commandProcedure(createException),
  retry: commandProcedure(retryDelivery),
  return: commandProcedure(returnDelivery),
  policy: queryProcedure(getPolicy),
  savePolicy: commandProcedure(savePolicy),
});
