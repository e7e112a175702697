import "server-only";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orderImport } from "@/db/schema/intake";

/** The files that discarded imports have left. */
export async function listDiscardedFiles(tx: Tx, organizationId: string, limit: number) {
  return tx
    .select({ id: orderImport.id, blobKey: orderImport.blobKey })
    .from(orderImport)
    .where(
      and(
        eq(orderImport.organizationId, organizationId),
        eq(orderImport.status, "discarded"),
        ne(orderImport.blobKey, ""),
      ),
    )
    .orderBy(asc(orderImport.id))
    .limit(limit);
}

/** Notes that discarded imports have no file any more. */
export async function forgetImportFiles(tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(orderImport)
    .set({ blobKey: "" })
    .where(and(eq(orderImport.organizationId, organizationId), inArray(orderImport.id, [...ids])));
}
