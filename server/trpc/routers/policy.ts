import "server-only";
import { foreseeDeletion } from "@/server/services/policy/foresee-deletion";
import { getDelivery } from "@/server/services/policy/get-delivery";
import { getRetention } from "@/server/services/policy/get-retention";
import { getRetries } from "@/server/services/policy/get-retries";
import { saveDelivery } from "@/server/services/policy/save-delivery";
import { saveRetention } from "@/server/services/policy/save-retention";
import { saveRetries } from "@/server/services/policy/save-retries";
import { commandProcedure, queryProcedure, router } from "../init";

export const policyRouter = router({
  retries: queryProcedure(getRetries),
  saveRetries: commandProcedure(saveRetries),
  delivery: queryProcedure(getDelivery),
  saveDelivery: commandProcedure(saveDelivery),
  retention: queryProcedure(getRetention),
  saveRetention: commandProcedure(saveRetention),
  foreseeDeletion: queryProcedure(foreseeDeletion),
});
