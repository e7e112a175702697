import "server-only";
import { and, desc, eq, lt, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { driver } from "@/db/schema/fleet";
import { importMapping, orderImport } from "@/db/schema/intake";

export type ImportRow = typeof orderImport.$inferSelect;

const isImport = (organizationId: string, id: string) =>
  and(eq(orderImport.organizationId, organizationId), eq(orderImport.id, id));

export async function findImport(tx: Tx, organizationId: string, id: string): Promise<ImportRow | undefined> {
  const [row] = await tx.select().from(orderImport).where(isImport(organizationId, id));
  return row;
}

/** The import, held until the transaction ends: whoever changes its rows does so alone. */
export async function lockImport(tx: Tx, organizationId: string, id: string): Promise<ImportRow | undefined> {
  const [row] = await tx.select().from(orderImport).where(isImport(organizationId, id)).for("update");
  return row;
}

export async function updateImport(
  tx: Tx,
  organizationId: string,
  id: string,
  set: Partial<typeof orderImport.$inferInsert>,
): Promise<void> {
  await tx.update(orderImport).set(set).where(isImport(organizationId, id));
}

/** A project's imports, newest first (index `order_import_recent`). */
export async function listImports(
  tx: Tx,
  organizationId: string,
  projectId: string,
  beforeId: string | undefined,
  limit: number,
) {
  return tx
    .select({
      id: orderImport.id,
      fileName: orderImport.fileName,
      format: orderImport.format,
      status: orderImport.status,
      totalRows: orderImport.totalRows,
      validRows: orderImport.validRows,
      invalidRows: orderImport.invalidRows,
      importedRows: orderImport.importedRows,
      failure: orderImport.failure,
      createdAt: orderImport.createdAt,
    })
    .from(orderImport)
    .where(
      and(
        eq(orderImport.organizationId, organizationId),
        eq(orderImport.projectId, projectId),
        ne(orderImport.status, "discarded"),
        beforeId === undefined ? undefined : lt(orderImport.id, beforeId),
      ),
    )
    .orderBy(desc(orderImport.id))
    .limit(limit);
}

/** The settings last used for files with these headings. */
export async function findMapping(tx: Tx, organizationId: string, headerSignature: string) {
  const [row] = await tx
    .select({ settings: importMapping.settings })
    .from(importMapping)
    .where(and(eq(importMapping.organizationId, organizationId), eq(importMapping.headerSignature, headerSignature)));
  return row?.settings;
}

export async function saveMapping(tx: Tx, row: typeof importMapping.$inferInsert): Promise<void> {
  const { settings, updatedAt } = row;
  await tx
    .insert(importMapping)
    .values(row)
    .onConflictDoUpdate({
      target: [importMapping.organizationId, importMapping.headerSignature],
      set: { settings, updatedAt },
    });
}

/** Every skill that some driver of the organization has. */
export async function listKnownSkills(tx: Tx, organizationId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ skill: sql<string>`unnest(${driver.skills})` })
    .from(driver)
    .where(and(eq(driver.organizationId, organizationId), ne(driver.status, "archived")));
  return rows.map(({ skill }) => skill);
}
