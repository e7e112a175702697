import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { exceptionPolicy } from "@/db/schema/exception";
import { type ExceptionPolicy, readExceptionPolicy } from "@/server/domain/exception/exception-policy";

/** What counts as an exception in a project, by default where nothing was chosen. */
export async function findExceptionPolicy(tx: Tx, organizationId: string, projectId: string): Promise<ExceptionPolicy> {
  const [row] = await tx
    .select({ policy: exceptionPolicy.policy })
    .from(exceptionPolicy)
    .where(and(eq(exceptionPolicy.organizationId, organizationId), eq(exceptionPolicy.projectId, projectId)));
  return readExceptionPolicy(row?.policy);
}

export async function putExceptionPolicy(tx: Tx, row: typeof exceptionPolicy.$inferInsert): Promise<void> {
  await tx
    .insert(exceptionPolicy)
    .values(row)
    .onConflictDoUpdate({
      target: [exceptionPolicy.organizationId, exceptionPolicy.projectId],
      set: { policy: row.policy, updatedAt: row.updatedAt },
    });
}
