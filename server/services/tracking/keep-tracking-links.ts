import "server-only";
import {
  insertTrackingLinks,
  listStandingLinks,
  revokeTrackingLinks,
  type TrackingChannel,
} from "@/db/queries/tracking/tracking-links";
import { scopeOfLink } from "@/server/domain/tracking/tracking-access";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import type { CommandScope } from "../kernel/command";
import { hashToken } from "../plan/hash-token";

type LinkScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "tokenFor">;

/**
 * The links that stand in messages to doors over one channel, by visit: a link's secret is worked out from its id, so a
 * second message carries the one the first did. Made anew where there is none, where it has run out, or where it was
 * made under another secret of the installation; the old one is then withdrawn.
 */
export async function keepTrackingLinks(
  { tx, actor: { organizationId }, now, newId, tokenFor }: LinkScope,
  visitIds: readonly string[],
  channel: TrackingChannel,
  policy: TrackingPolicy,
): Promise<ReadonlyMap<string, string>> {
  const doors = [...new Set(visitIds)];
  if (doors.length === 0) return new Map();
  const standing = await listStandingLinks(tx, organizationId, doors, channel);
  const kept = new Map<string, string>();
  for (const { id, visitId, tokenHash, createdAt } of standing) {
    const link = { createdAtMs: createdAt.getTime(), revokedAtMs: null, endedAtMs: null };
    const isOurs = tokenHash === hashToken(tokenFor(id));
    if (isOurs && scopeOfLink(link, policy, now.getTime()) === "page") kept.set(visitId, id);
  }
  const lacking = doors.filter((visitId) => !kept.has(visitId));
  const useless = standing.filter(({ visitId }) => !kept.has(visitId)).map(({ visitId }) => visitId);
  if (useless.length > 0) await revokeTrackingLinks(tx, organizationId, { visitIds: useless, channel }, now);
  const made = lacking.map((visitId) => ({ visitId, id: newId() }));
  await insertTrackingLinks(
    tx,
    made.map(({ visitId, id }) => ({
      organizationId,
      id,
      visitId,
      channel,
      tokenHash: hashToken(tokenFor(id)),
      revokedAt: null,
      createdAt: now,
    })),
  );
  return new Map([...kept, ...made.map(({ visitId, id }) => [visitId, id] as const)]);
}
