import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { isAmong } from "@/db/queries/json-param";
import { customerTold, trackingLink, trackingPolicy } from "@/db/schema/tracking";
import type { TrackingLink } from "@/server/domain/tracking/tracking-access";
import { readTrackingPolicy, type TrackingPolicy } from "@/server/domain/tracking/tracking-policy";

export type TrackingChannel = (typeof trackingLink.$inferInsert)["channel"];

export async function insertTrackingLinks(tx: Tx, rows: readonly (typeof trackingLink.$inferInsert)[]): Promise<void> {
  await bulkInsert(tx, trackingLink, rows);
}

/** Withdraws the links of doors over one channel; answers with how many opened something until now. */
export async function revokeTrackingLinks(
  tx: Tx,
  organizationId: string,
  visitIds: readonly string[],
  channel: TrackingChannel,
  now: Date,
): Promise<number> {
  const revoked = await tx
    .update(trackingLink)
    .set({ revokedAt: now })
    .where(
      and(
        eq(trackingLink.organizationId, organizationId),
        isAmong(trackingLink.visitId, visitIds),
        eq(trackingLink.channel, channel),
        isNull(trackingLink.revokedAt),
      ),
    )
    .returning({ id: trackingLink.id });
  return revoked.length;
}

/** A link as it is kept, with what decides how much it opens. */
export interface FoundTrackingLink {
  readonly organizationId: string;
  readonly linkId: string;
  readonly visitId: string;
  readonly link: TrackingLink;
  readonly policy: TrackingPolicy;
}

/**
 * What a token stands for, whatever has become of it (index `tracking_link_token_hash`): one statement for known and
 * unknown ones alike. Outside any tenant: it is what decides the tenant.
 */
export async function findTrackingLink(database: Database, tokenHash: string): Promise<FoundTrackingLink | undefined> {
  const [row] = await database.orm
    .select({ link: trackingLink, endedAt: customerTold.endedAt, policy: trackingPolicy.policy })
    .from(trackingLink)
    .leftJoin(
      customerTold,
      and(eq(customerTold.organizationId, trackingLink.organizationId), eq(customerTold.visitId, trackingLink.visitId)),
    )
    .leftJoin(trackingPolicy, eq(trackingPolicy.organizationId, trackingLink.organizationId))
    .where(eq(trackingLink.tokenHash, tokenHash));
  if (!row) return undefined;
  const { organizationId, id: linkId, visitId, createdAt, revokedAt } = row.link;
  return {
    organizationId,
    linkId,
    visitId,
    link: {
      createdAtMs: createdAt.getTime(),
      revokedAtMs: revokedAt?.getTime() ?? null,
      endedAtMs: row.endedAt?.getTime() ?? null,
    },
    policy: readTrackingPolicy(row.policy),
  };
}
