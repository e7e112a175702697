import "server-only";
import { foreseeDeletion } from "@/server/services/policy/foresee-deletion";
import { getRetention } from "@/server/services/policy/get-retention";
import { saveRetention } from "@/server/services/policy/save-retention";
import { commandProcedure, queryProcedure, router } from "../init";

export const policyRouter = router({
  retention: queryProcedure(getRetention),
  saveRetention: commandProcedure(saveRetention),
  foreseeDeletion: queryProcedure(foreseeDeletion),
});
