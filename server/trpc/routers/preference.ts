import "server-only";
import { readPreferences } from "@/server/services/preference/read-preferences";
import { savePreferences } from "@/server/services/preference/save-preferences";
import { commandProcedure, queryProcedure, router } from "../init";

export const preferenceRouter = router({
  own: queryProcedure(readPreferences),
  save: commandProcedure(savePreferences),
});
