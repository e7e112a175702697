import type { ImportSettings } from "@/server/domain/intake/import-settings";
import { checkImport } from "@/server/jobs/handlers/check-import";
import { runImportJob } from "@/server/jobs/handlers/run-import";
import { getImport } from "@/server/services/intake/get-import";
import { receiveOrderFile } from "@/server/services/intake/receive-order-file";
import { runImport } from "@/server/services/intake/run-import";
import { setImportMapping } from "@/server/services/intake/set-import-mapping";
import type { TestTenant } from "./test-tenant";

const noSignal = new AbortController().signal;

/** A file brought in and checked by the guessed mapping, ready to be run. */
export async function checkedImport(
  tenant: TestTenant,
  projectId: string,
  file: string | Uint8Array,
  settings: Partial<ImportSettings> = {},
): Promise<string> {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  const context = tenant.context("dispatcher");
  const { importId } = await receiveOrderFile(context, { projectId, fileName: "orders.csv", bytes });
  const { settings: guessed } = await getImport(context, { id: importId });
  await setImportMapping(context, { id: importId, settings: { ...guessed, ...settings } });
  await checkImport(tenant.systemContext(), jobOf(tenant, importId), noSignal);
  return importId;
}

/** Runs a checked import to its end, as the job does. */
export async function finishImport(tenant: TestTenant, importId: string): Promise<void> {
  await runImport(tenant.context("dispatcher"), { id: importId });
  await runImportJob(tenant.systemContext(), jobOf(tenant, importId), noSignal);
}

export function jobOf(tenant: TestTenant, importId: string) {
  return { organizationId: tenant.organizationId, correlationId: "test", importId };
}
