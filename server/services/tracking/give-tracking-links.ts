import "server-only";
import { insertTrackingLinks, revokeTrackingLinks, type TrackingChannel } from "@/db/queries/tracking/tracking-links";
import type { CommandScope } from "../kernel/command";
import { hashToken } from "../plan/hash-token";

/**
 * New links to doors over one channel, by visit: whoever had an older one over it finds it shut. The links themselves are
 * in this answer and nowhere else; for the command that writes to the customers, inside its transaction.
 */
export async function giveTrackingLinks(
  { tx, actor: { organizationId }, now, baseUrl, newId, newToken }: CommandScope<unknown>,
  visitIds: readonly string[],
  channel: TrackingChannel,
): Promise<ReadonlyMap<string, string>> {
  const doors = [...new Set(visitIds)];
  await revokeTrackingLinks(tx, organizationId, { visitIds: doors, channel }, now);
  const given = doors.map((visitId) => ({ visitId, token: newToken() }));
  await insertTrackingLinks(
    tx,
    given.map(({ visitId, token }) => ({
      organizationId,
      id: newId(),
      visitId,
      channel,
      tokenHash: hashToken(token),
      revokedAt: null,
      createdAt: now,
    })),
  );
  return new Map(given.map(({ visitId, token }) => [visitId, `${baseUrl}/track/${token}`]));
}
