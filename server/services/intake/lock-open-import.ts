import "server-only";
import type { Tx } from "@/db/client";
import { type ImportRow, lockImport } from "@/db/queries/intake/find-import";
import type { ImportStatus } from "@/server/domain/intake/import-settings";
import { found, ServiceError } from "../kernel/service-error";

const WHY_NOT: Readonly<Partial<Record<ImportStatus, string>>> = {
  uploaded: "Choose what the columns mean first.",
  checking: "The rows are still being checked. Wait a moment.",
  importing: "The rows are being imported at this moment. Wait until it is done.",
  discarded: "This import was discarded.",
};

/** The import, held for this transaction, if its state allows what is asked; else refused with the state. */
export async function lockOpenImport(
  tx: Tx,
  organizationId: string,
  id: string,
  allowed: readonly ImportStatus[],
): Promise<ImportRow> {
  const row = found(await lockImport(tx, organizationId, id), "import");
  if (allowed.includes(row.status)) return row;
  const message = WHY_NOT[row.status] ?? "This import is not in a state for that.";
  throw new ServiceError("conflict", message, { reason: "import_status", status: row.status });
}
