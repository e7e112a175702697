import "server-only";
import { getTrackingPolicy } from "@/server/services/tracking/get-policy";
import { saveTrackingPolicy } from "@/server/services/tracking/save-policy";
import { commandProcedure, queryProcedure, router } from "../init";

export const trackingRouter = router({
  policy: queryProcedure(getTrackingPolicy),
  savePolicy: commandProcedure(saveTrackingPolicy),
});
