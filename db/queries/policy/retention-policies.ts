import "server-only";
import { and, eq } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { retentionPolicy } from "@/db/schema/policy";
import { DEFAULT_RETENTION_POLICY, type RetentionPolicy } from "@/server/domain/policy/retention-policy";

/** How long an organization keeps positions and evidence, by default where nothing was chosen. */
export async function findRetentionPolicy(tx: Tx, organizationId: string): Promise<RetentionPolicy> {
  return (await findRetentionSettings(tx, organizationId)).policy;
}

/** The same, with when it was chosen; null: never. */
export async function findRetentionSettings(
  tx: Tx,
  organizationId: string,
): Promise<{ policy: RetentionPolicy; changedAt: Date | null }> {
  const [row] = await tx.select().from(retentionPolicy).where(eq(retentionPolicy.organizationId, organizationId));
  if (!row) return { policy: DEFAULT_RETENTION_POLICY, changedAt: null };
  const { positionDays, proofDays, updatedAt } = row;
  return { policy: { positionDays, proofDays }, changedAt: updatedAt };
}

/** Saves what replaces the policy of `seenAt` (null: none yet); false where another one is there by now. */
export async function putRetentionPolicy(
  tx: Tx,
  row: typeof retentionPolicy.$inferInsert,
  seenAt: Date | null,
): Promise<boolean> {
  const saved = seenAt
    ? await tx
        .update(retentionPolicy)
        .set(row)
        .where(and(eq(retentionPolicy.organizationId, row.organizationId), eq(retentionPolicy.updatedAt, seenAt)))
        .returning({ updatedAt: retentionPolicy.updatedAt })
    : await tx
        .insert(retentionPolicy)
        .values(row)
        .onConflictDoNothing()
        .returning({ updatedAt: retentionPolicy.updatedAt });
  return saved.length > 0;
}

/** How many days each organization keeps its positions. Outside any tenant. */
export async function listPositionDays({
  raw,
}: Database): Promise<{ readonly organizationId: string; readonly days: number }[]> {
  return raw<{ organizationId: string; days: number }[]>`
    select o.id as "organizationId", coalesce(r.position_days, ${DEFAULT_RETENTION_POLICY.positionDays}::int) as days
    from organization o left join retention_policy r on r.organization_id = o.id`;
}
