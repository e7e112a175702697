import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ImportRowStatus } from "@/server/domain/intake/import-settings";

export interface ImportCounts {
  readonly total: number;
  readonly pending: number;
  readonly valid: number;
  readonly invalid: number;
  readonly imported: number;
  readonly skipped: number;
}

/** Counts an import's rows by status and notes them on the import (index `order_import_row_status`). */
export async function recountImport(tx: Tx, organizationId: string, importId: string): Promise<ImportCounts> {
  const counts = await countImportRows(tx, organizationId, importId);
  await tx.execute(sql`
    update order_import set valid_rows = ${counts.valid}, invalid_rows = ${counts.invalid},
      imported_rows = ${counts.imported}
    where organization_id = ${organizationId} and id = ${importId}`);
  return counts;
}

export async function countImportRows(tx: Tx, organizationId: string, importId: string): Promise<ImportCounts> {
  const rows = await tx.execute<{ status: ImportRowStatus; count: number }>(sql`
    select status, count(*)::int as count from order_import_row
    where organization_id = ${organizationId} and import_id = ${importId} group by status`);
  const counts = { total: 0, pending: 0, valid: 0, invalid: 0, imported: 0, skipped: 0 };
  for (const { status, count } of rows) {
    counts[status] = count;
    counts.total += count;
  }
  return counts;
}

export interface ImportSummary {
  readonly withWarnings: number;
  readonly outcomes: { readonly created: number; readonly updated: number; readonly unchanged: number };
  /** What is wrong how often, most frequent first. */
  readonly issues: readonly { readonly field: string; readonly code: string; readonly rows: number }[];
}

/** What the head of the import screen tells besides the counts. */
export async function summarizeImport(tx: Tx, organizationId: string, importId: string): Promise<ImportSummary> {
  const [row] = await tx.execute<{ summary: ImportSummary }>(sql`
    with mine as (select * from order_import_row
      where organization_id = ${organizationId} and import_id = ${importId})
    select jsonb_build_object(
      'withWarnings', (select count(*) from mine where status <> 'skipped' and warnings <> '[]'),
      'outcomes', jsonb_build_object(
        'created', (select count(*) from mine where outcome = 'created'),
        'updated', (select count(*) from mine where outcome = 'updated'),
        'unchanged', (select count(*) from mine where outcome = 'unchanged')),
      'issues', (select coalesce(jsonb_agg(jsonb_build_object('field', field, 'code', code, 'rows', rows)
          order by rows desc, field, code), '[]')
        from (select e ->> 'field' as field, e ->> 'code' as code, count(*)::int as rows
          from mine, jsonb_array_elements(errors) e where status = 'invalid' group by 1, 2
          order by 3 desc limit 50) g)) as summary`);
  return row!.summary;
}
