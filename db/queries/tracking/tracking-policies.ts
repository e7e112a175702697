import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { trackingPolicy } from "@/db/schema/tracking";
import { readTrackingPolicy, type TrackingPolicy } from "@/server/domain/tracking/tracking-policy";

/** What an organization's customers see and may do, by default where nothing was chosen. */
export async function findTrackingPolicy(tx: Tx, organizationId: string): Promise<TrackingPolicy> {
  const [row] = await tx
    .select({ policy: trackingPolicy.policy })
    .from(trackingPolicy)
    .where(eq(trackingPolicy.organizationId, organizationId));
  return readTrackingPolicy(row?.policy);
}

export async function putTrackingPolicy(tx: Tx, row: typeof trackingPolicy.$inferInsert): Promise<void> {
  await tx
    .insert(trackingPolicy)
    .values(row)
    .onConflictDoUpdate({
      target: [trackingPolicy.organizationId],
      set: { policy: row.policy, updatedAt: row.updatedAt },
    });
}
