import "server-only";
import type { Tx } from "@/db/client";
import { selectOwnFieldsByNumber } from "@/db/queries/order/find-by-number";
import { rowExternalId } from "@/server/domain/intake/row-external-id";
import type { OrderFile } from "@/server/domain/intake/validate-order-row";
import type { ReadableImport } from "./order-file-of";

/** The file with what the orders of these rows have in their own fields: a value that is as it was stays good. */
export async function withKeptFields(
  tx: Tx,
  organizationId: string,
  { project, file }: ReadableImport,
  rows: readonly { readonly cells: readonly string[] }[],
): Promise<OrderFile> {
  if (project.customFieldDefinitions.length === 0) return file;
  const numbers = rows.flatMap(({ cells }) => rowExternalId(cells, file.headers, file.mapping) ?? []);
  const keptFields = await selectOwnFieldsByNumber(tx, organizationId, project.id, numbers);
  return { ...file, defaults: { ...file.defaults, keptFields } };
}
