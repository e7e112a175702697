import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { trackingPolicy } from "@/db/schema/tracking";
import { readTrackingPolicy, type TrackingPolicy } from "@/server/domain/tracking/tracking-policy";

/** What an organization's customers see and may do, by default where nothing was chosen. */
export async function findTrackingPolicy(tx: Tx, organizationId: string): Promise<TrackingPolicy> {
  return (await findTrackingSettings(tx, organizationId)).policy;
}

/** The same, with when it was chosen; null: never. */
export async function findTrackingSettings(
  tx: Tx,
  organizationId: string,
): Promise<{ policy: TrackingPolicy; changedAt: Date | null }> {
  const [row] = await tx.select().from(trackingPolicy).where(eq(trackingPolicy.organizationId, organizationId));
  return { policy: readTrackingPolicy(row?.policy), changedAt: row?.updatedAt ?? null };
}

/** Saves what replaces the policy of `seenAt` (null: none yet); false where another one is there by now. */
export async function putTrackingPolicy(
  tx: Tx,
  row: typeof trackingPolicy.$inferInsert,
  seenAt: Date | null,
): Promise<boolean> {
  const saved = seenAt
    ? await tx
        .update(trackingPolicy)
        .set(row)
        .where(and(eq(trackingPolicy.organizationId, row.organizationId), eq(trackingPolicy.updatedAt, seenAt)))
        .returning({ updatedAt: trackingPolicy.updatedAt })
    : await tx
        .insert(trackingPolicy)
        .values(row)
        .onConflictDoNothing()
        .returning({ updatedAt: trackingPolicy.updatedAt });
  return saved.length > 0;
}
