import "server-only";
import type { Database } from "@/db/client";
import { type FoundTrackingLink, findTrackingLinks } from "@/db/queries/tracking/tracking-links";
import { scopeOfLink, trackingTokenSchema } from "@/server/domain/tracking/tracking-access";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import { hashToken } from "@/server/services/plan/hash-token";
import { gatherLookups } from "./gather-lookups";

/** A message to thousands is opened by hundreds at once: those that come together are looked up together. */
const lookups = new WeakMap<Database, (tokenHash: string) => Promise<FoundTrackingLink | undefined>>();

/** A door its customer may look at, and how much of it. */
export interface TrackedDoor {
  readonly organizationId: string;
  readonly linkId: string;
  readonly visitId: string;
  readonly scope: "page" | "status";
  readonly policy: TrackingPolicy;
}

/**
 * The door a customer's link opens. Null for all that opens nothing, and by the same work: what is no token at all is
 * looked up like one, so that the time of an answer tells nothing either.
 */
export async function resolveTrackingLink(database: Database, token: string, now: Date): Promise<TrackedDoor | null> {
  const isToken = trackingTokenSchema.safeParse(token).success;
  let lookup = lookups.get(database);
  if (!lookup) {
    lookup = gatherLookups((tokenHashes) => findTrackingLinks(database, tokenHashes));
    lookups.set(database, lookup);
  }
  const found = await lookup(hashToken(isToken ? token : ""));
  if (!found) return null;
  const { link, ...door } = found;
  const scope = scopeOfLink(link, door.policy, now.getTime());
  return scope === "none" ? null : { ...door, scope };
}
