import "server-only";
import type { Database } from "@/db/client";
import { findTrackingLink } from "@/db/queries/tracking/tracking-links";
import { scopeOfLink, trackingTokenSchema } from "@/server/domain/tracking/tracking-access";
import type { TrackingPolicy } from "@/server/domain/tracking/tracking-policy";
import { hashToken } from "@/server/services/plan/hash-token";

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
  const found = await findTrackingLink(database, hashToken(isToken ? token : ""));
  if (!found) return null;
  const { link, ...door } = found;
  const scope = scopeOfLink(link, door.policy, now.getTime());
  return scope === "none" ? null : { ...door, scope };
}
