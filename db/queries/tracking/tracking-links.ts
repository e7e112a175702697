import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { isAmong, textArray } from "@/db/queries/json-param";
import { customerTold, trackingLink, trackingPolicy } from "@/db/schema/tracking";
import type { TrackingLink } from "@/server/domain/tracking/tracking-access";
import { readTrackingPolicy, type TrackingPolicy } from "@/server/domain/tracking/tracking-policy";

export type TrackingChannel = (typeof trackingLink.$inferInsert)["channel"];

export async function insertTrackingLinks(tx: Tx, rows: readonly (typeof trackingLink.$inferInsert)[]): Promise<void> {
  await bulkInsert(tx, trackingLink, rows);
}

/** Which links: all of some doors, those over one channel, or one. */
interface LinksOfDoors {
  readonly visitIds: readonly string[];
  readonly channel?: TrackingChannel;
  readonly linkId?: string | undefined;
}

/** Withdraws links; answers with how many nobody had withdrawn before. */
export async function revokeTrackingLinks(
  tx: Tx,
  organizationId: string,
  { visitIds, channel, linkId }: LinksOfDoors,
  now: Date,
): Promise<number> {
  const revoked = await tx
    .update(trackingLink)
    .set({ revokedAt: now })
    .where(
      and(
        eq(trackingLink.organizationId, organizationId),
        isAmong(trackingLink.visitId, visitIds),
        channel === undefined ? undefined : eq(trackingLink.channel, channel),
        linkId === undefined ? undefined : eq(trackingLink.id, linkId),
        isNull(trackingLink.revokedAt),
      ),
    )
    .returning({ id: trackingLink.id });
  return revoked.length;
}

/** The links of doors over one channel that nobody has withdrawn, oldest first (index `tracking_link_visit`). */
export async function listStandingLinks(
  tx: Tx,
  organizationId: string,
  visitIds: readonly string[],
  channel: TrackingChannel,
) {
  return tx
    .select({
      id: trackingLink.id,
      visitId: trackingLink.visitId,
      tokenHash: trackingLink.tokenHash,
      createdAt: trackingLink.createdAt,
    })
    .from(trackingLink)
    .where(
      and(
        eq(trackingLink.organizationId, organizationId),
        isAmong(trackingLink.visitId, visitIds),
        eq(trackingLink.channel, channel),
        isNull(trackingLink.revokedAt),
      ),
    )
    .orderBy(trackingLink.id);
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
 * What tokens stand for, by their hashes, whatever has become of them (index `tracking_link_token_hash`): one statement
 * for known and unknown ones alike. Outside any tenant: it is what decides the tenant.
 */
export async function findTrackingLinks(
  database: Database,
  tokenHashes: readonly string[],
): Promise<ReadonlyMap<string, FoundTrackingLink>> {
  const rows = await database.orm
    .select({ link: trackingLink, endedAt: customerTold.endedAt, policy: trackingPolicy.policy })
    .from(trackingLink)
    .leftJoin(
      customerTold,
      and(eq(customerTold.organizationId, trackingLink.organizationId), eq(customerTold.visitId, trackingLink.visitId)),
    )
    .leftJoin(trackingPolicy, eq(trackingPolicy.organizationId, trackingLink.organizationId))
    .where(sql`${trackingLink.tokenHash} = any(${textArray(tokenHashes)})`);
  return new Map(rows.map((row) => [row.link.tokenHash, foundLink(row)]));
}

function foundLink({ link, endedAt, policy }: FoundRow): FoundTrackingLink {
  const { organizationId, id: linkId, visitId, createdAt, revokedAt } = link;
  return {
    organizationId,
    linkId,
    visitId,
    link: {
      createdAtMs: createdAt.getTime(),
      revokedAtMs: revokedAt?.getTime() ?? null,
      endedAtMs: endedAt?.getTime() ?? null,
    },
    policy: readTrackingPolicy(policy),
  };
}

interface FoundRow {
  readonly link: typeof trackingLink.$inferSelect;
  readonly endedAt: Date | null;
  readonly policy: unknown;
}
