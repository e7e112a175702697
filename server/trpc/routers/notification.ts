import "server-only";
import { addOptOut } from "@/server/services/notification/add-opt-out";
import { getNotificationPolicy } from "@/server/services/notification/get-policy";
import { listOptOuts } from "@/server/services/notification/list-opt-outs";
import { listTemplates } from "@/server/services/notification/list-templates";
import { removeOptOut } from "@/server/services/notification/remove-opt-out";
import { resetTemplate } from "@/server/services/notification/reset-template";
import { saveNotificationPolicy } from "@/server/services/notification/save-policy";
import { saveTemplate } from "@/server/services/notification/save-template";
import { commandProcedure, queryProcedure, router } from "../init";

export const notificationRouter = router({
  policy: queryProcedure(getNotificationPolicy),
  savePolicy: commandProcedure(saveNotificationPolicy),
  templates: queryProcedure(listTemplates),
  saveTemplate: commandProcedure(saveTemplate),
  resetTemplate: commandProcedure(resetTemplate),
  optOuts: queryProcedure(listOptOuts),
  addOptOut: commandProcedure(addOptOut),
  removeOptOut: commandProcedure(removeOptOut),
});
