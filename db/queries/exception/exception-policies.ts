import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { exceptionPolicy } from "@/db/schema/exception";
import { type ExceptionPolicy, readExceptionPolicy } from "@/server/domain/exception/exception-policy";

/** What counts as an exception in a project, by default where nothing was chosen. */
export async function findExceptionPolicy(tx: Tx, organizationId: string, projectId: string): Promise<ExceptionPolicy> {
  return (await findExceptionSettings(tx, organizationId, projectId)).policy;
}

/** The same, with when it was chosen; null: never. */
export async function findExceptionSettings(
  tx: Tx,
  organizationId: string,
  projectId: string,
): Promise<{ policy: ExceptionPolicy; changedAt: Date | null }> {
  const [row] = await tx
    .select({ policy: exceptionPolicy.policy, changedAt: exceptionPolicy.updatedAt })
    .from(exceptionPolicy)
    .where(and(eq(exceptionPolicy.organizationId, organizationId), eq(exceptionPolicy.projectId, projectId)));
  return { policy: readExceptionPolicy(row?.policy), changedAt: row?.changedAt ?? null };
}

/** Saves what replaces the policy of `seenAt` (null: none yet); false where another one is there by now. */
export async function replaceExceptionPolicy(
  tx: Tx,
  row: typeof exceptionPolicy.$inferInsert,
  seenAt: Date | null,
): Promise<boolean> {
  const isSeen = and(
    eq(exceptionPolicy.organizationId, row.organizationId),
    eq(exceptionPolicy.projectId, row.projectId),
    seenAt ? eq(exceptionPolicy.updatedAt, seenAt) : undefined,
  );
  const saved = seenAt
    ? await tx.update(exceptionPolicy).set(row).where(isSeen).returning({ at: exceptionPolicy.updatedAt })
    : await tx.insert(exceptionPolicy).values(row).onConflictDoNothing().returning({ at: exceptionPolicy.updatedAt });
  return saved.length > 0;
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
