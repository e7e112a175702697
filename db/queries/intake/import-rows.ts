import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jsonParam, textArray } from "@/db/queries/json-param";
import type { ImportRowStatus } from "@/server/domain/intake/import-settings";
import type { RowIssue } from "@/server/domain/intake/intake-issue";

export interface ImportRowState {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly status: ImportRowStatus;
  readonly errors: readonly RowIssue[];
  readonly warnings: readonly RowIssue[];
  readonly edited: boolean;
  readonly externalId: string | null;
  readonly serviceDate: string | null;
  readonly deliveryId: string | null;
  readonly outcome: "created" | "updated" | "unchanged" | null;
}

const ROWS_PER_STATEMENT = 5000;

const ROW = sql`jsonb_build_object('rowNumber', row_number, 'cells', cells, 'status', status, 'errors', errors,
  'warnings', warnings, 'edited', edited, 'externalId', external_id,
  'serviceDate', service_date, 'deliveryId', delivery_id, 'outcome', outcome) as row`;

const ofImport = (organizationId: string, importId: string) =>
  sql`organization_id = ${organizationId} and import_id = ${importId}`;

/** Stores a file's rows as they are, to be checked. */
export async function insertImportRows(
  tx: Tx,
  organizationId: string,
  importId: string,
  rows: readonly { readonly rowNumber: number; readonly cells: readonly string[] }[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    const part = rows.slice(from, from + ROWS_PER_STATEMENT).map(({ rowNumber, cells }) => [rowNumber, cells]);
    await tx.execute(sql`
      insert into order_import_row (organization_id, import_id, row_number, cells, status, errors, warnings)
      select ${organizationId}, ${importId}, (r -> 0)::int, r -> 1, 'pending', '[]', '[]'
      from jsonb_array_elements(${jsonParam(part)}) r`);
  }
}

/** The next rows of a status, in the file's order (index `order_import_row_status`). */
export async function takeRows(
  tx: Tx,
  organizationId: string,
  importId: string,
  status: ImportRowStatus,
  limit: number,
): Promise<ImportRowState[]> {
  return selectRows(
    tx,
    sql`${ofImport(organizationId, importId)} and status = ${status} order by row_number limit ${limit}`,
  );
}

export async function findRows(
  tx: Tx,
  organizationId: string,
  importId: string,
  rowNumbers: readonly number[],
): Promise<ImportRowState[]> {
  const numbers = sql`${`{${rowNumbers.join(",")}}`}::int[]`;
  return selectRows(
    tx,
    sql`${ofImport(organizationId, importId)} and row_number = any(${numbers}) order by row_number`,
  );
}

/** The order numbers that several rows have, skipped ones not counted. */
export async function findRepeatedNumbers(tx: Tx, organizationId: string, importId: string): Promise<string[]> {
  const rows = await tx.execute<{ external_id: string }>(sql`
    select external_id from order_import_row
    where ${ofImport(organizationId, importId)} and external_id is not null and status <> 'skipped'
    group by external_id having count(*) > 1`);
  return [...rows].map((row) => row.external_id);
}

/** Rows with one of these order numbers; skipped ones do not count (index `order_import_row_external_id`). */
export async function findRowsSharingNumbers(
  tx: Tx,
  organizationId: string,
  importId: string,
  externalIds: readonly string[],
): Promise<ImportRowState[]> {
  return selectRows(
    tx,
    sql`${ofImport(organizationId, importId)} and status <> 'skipped'
      and external_id = any(${textArray(externalIds)}) order by row_number`,
  );
}

export interface RowFilter {
  readonly status?: ImportRowStatus | undefined;
  readonly withWarnings?: boolean | undefined;
}

/** A page of rows after a line of the file. */
export async function listRows(
  tx: Tx,
  organizationId: string,
  importId: string,
  filter: RowFilter,
  afterRow: number,
  limit: number,
): Promise<ImportRowState[]> {
  return selectRows(
    tx,
    sql`${ofImport(organizationId, importId)} and row_number > ${afterRow}
      ${filter.status ? sql`and status = ${filter.status}` : sql``}
      ${filter.withWarnings ? sql`and jsonb_array_length(warnings) > 0` : sql``}
      order by row_number limit ${limit}`,
  );
}

async function selectRows(tx: Tx, where: SQL): Promise<ImportRowState[]> {
  const rows = await tx.execute<{ row: ImportRowState }>(sql`select ${ROW} from order_import_row where ${where}`);
  return [...rows].map(({ row }) => row);
}

/** Writes what became of rows that exist. An upsert, because it finds each by its key whatever the planner assumes. */
export async function saveRows(
  tx: Tx,
  organizationId: string,
  importId: string,
  rows: readonly ImportRowState[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    await tx.execute(sql`
      insert into order_import_row (organization_id, import_id, row_number, cells, status, errors, warnings, edited,
        external_id, service_date, delivery_id, outcome)
      select ${organizationId}, ${importId}, r."rowNumber", r.cells, r.status, r.errors, r.warnings, r.edited,
        r."externalId", r."serviceDate", r."deliveryId", r.outcome
      from jsonb_to_recordset(${jsonParam(rows.slice(from, from + ROWS_PER_STATEMENT))}) as r("rowNumber" int,
        cells jsonb, status text, errors jsonb, warnings jsonb, edited boolean, "externalId" text,
        "serviceDate" date, "deliveryId" uuid, outcome text)
      on conflict (organization_id, import_id, row_number) do update set cells = excluded.cells,
        status = excluded.status, errors = excluded.errors, warnings = excluded.warnings, edited = excluded.edited,
        external_id = excluded.external_id, service_date = excluded.service_date, delivery_id = excluded.delivery_id, outcome = excluded.outcome`);
  }
}

/** Puts all rows that were checked back to be checked again. Imported and skipped rows stay. */
export async function resetCheckedRows(tx: Tx, organizationId: string, importId: string): Promise<void> {
  await tx.execute(sql`
    update order_import_row set status = 'pending', errors = '[]', warnings = '[]', external_id = null, service_date = null
    where ${ofImport(organizationId, importId)} and status in ('valid', 'invalid')`);
}

export async function deleteRows(tx: Tx, organizationId: string, importId: string): Promise<void> {
  await tx.execute(sql`delete from order_import_row where ${ofImport(organizationId, importId)}`);
}
