import "server-only";
import { discardImport } from "@/server/services/intake/discard-import";
import { exportFaultyRows } from "@/server/services/intake/export-faulty-rows";
import { fixImportRows } from "@/server/services/intake/fix-import-rows";
import { getImport } from "@/server/services/intake/get-import";
import { listImportRows } from "@/server/services/intake/list-import-rows";
import { listImports } from "@/server/services/intake/list-imports";
import { runImport } from "@/server/services/intake/run-import";
import { setImportMapping } from "@/server/services/intake/set-import-mapping";
import { skipImportRows } from "@/server/services/intake/skip-import-rows";
import { commandProcedure, queryProcedure, router } from "../init";

export const intakeRouter = router({
  list: queryProcedure(listImports),
  get: queryProcedure(getImport),
  rows: queryProcedure(listImportRows),
  faultyCsv: queryProcedure(exportFaultyRows),
  setMapping: commandProcedure(setImportMapping),
  fixRows: commandProcedure(fixImportRows),
  skipRows: commandProcedure(skipImportRows),
  run: commandProcedure(runImport),
  discard: commandProcedure(discardImport),
});
