import "server-only";
import { dismissCheck } from "@/server/services/cutoff/dismiss-check";
import { getCutoff } from "@/server/services/cutoff/get-cutoff";
import { listDuplicates } from "@/server/services/cutoff/list-duplicates";
import { listImportFaults } from "@/server/services/cutoff/list-import-faults";
import { listMissingContacts } from "@/server/services/cutoff/list-missing-contacts";
import { settleDuplicate } from "@/server/services/cutoff/settle-duplicate";
import { commandProcedure, queryProcedure, router } from "../init";

export const cutoffRouter = router({
  get: queryProcedure(getCutoff),
  importFaults: queryProcedure(listImportFaults),
  missingContacts: queryProcedure(listMissingContacts),
  duplicates: queryProcedure(listDuplicates),
  dismiss: commandProcedure(dismissCheck),
  settleDuplicate: commandProcedure(settleDuplicate),
});
