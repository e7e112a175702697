import "server-only";
import { listVendors } from "@/server/services/migration/list-vendors";
import { makeVendorKey } from "@/server/services/migration/make-vendor-key";
import { readVendorExport } from "@/server/services/migration/read-vendor-export";
import { commandProcedure, postedQueryProcedure, queryProcedure, router } from "../init";

export const migrationRouter = router({
  vendors: queryProcedure(listVendors),
  makeKey: commandProcedure(makeVendorKey),
  readExport: postedQueryProcedure(readVendorExport),
});
