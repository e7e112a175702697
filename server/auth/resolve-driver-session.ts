import "server-only";
import type { Database } from "@/db/client";
import { findMembership } from "@/db/queries/access/find-membership";
import { findSignedIn } from "@/db/queries/access/find-signed-in";
import {
  type DriverSession,
  findDriverSessions,
  findFormerDriverSession,
} from "@/db/queries/execution/driver-sessions";
import type { Actor } from "@/server/domain/access/actor";
import { accessOf } from "@/server/domain/access/member-scope";
import { LOOKING } from "@/server/domain/access/permissions";
import { hashToken } from "@/server/services/plan/hash-token";
import { driverActor } from "./driver-actor";
import { gatherLookups } from "./gather-lookups";

/** Devices send by the hundred a second, and each time are looked up: those that come together, together. */
const lookups = new WeakMap<Database, (tokenHash: string) => Promise<DriverSession | undefined>>();

/** The driver whose device shows this token, allowed nothing but his own route; null for a token that opens nothing. */
export async function resolveDriverSession(database: Database, token: string, now: Date): Promise<Actor | null> {
  let lookup = lookups.get(database);
  if (!lookup) {
    lookup = gatherLookups((tokenHashes) => findDriverSessions(database, tokenHashes));
    lookups.set(database, lookup);
  }
  const found = await lookup(hashToken(token));
  if (!found || found.expiresAt <= now) return null;
  return found.watchedBy === null ? driverActor(found) : lookingActor(database, found, now);
}

/**
 * A member who looks as a driver: reads that one route as far as he sees himself, and does nothing. Null as soon as the
 * sign-in he looks from would not let him in here and look: it is over, works elsewhere or lacks a second factor, or he
 * is no member any more, or may not.
 */
async function lookingActor(database: Database, session: DriverSession, now: Date): Promise<Actor | null> {
  const looker = await findSignedIn(database, session.lookerSessionId, now);
  if (!looker || looker.userId !== session.watchedBy) return null;
  const membership = await findMembership(database, looker.userId, looker.activeOrganizationId);
  if (membership?.organizationId !== session.organizationId) return null;
  if (membership.requiresSecondFactor && !looker.hasSecondFactor) return null;
  const { permissions, reach } = accessOf(membership.role, membership.customPermissions, membership.scope);
  if (!permissions.includes(LOOKING)) return null;
  const label = "Looking as the driver";
  return { ...driverActor(session), label, permissions: new Set(["run.read"]), ...(reach && { reach }) };
}

/**
 * The driver who had a route before it was given to another, as his device's token says; allowed to tell what he did
 * until then, and nothing else. Null for a token that never opened anything, or still does.
 */
export async function resolveFormerDriverSession(database: Database, token: string, now: Date): Promise<Actor | null> {
  const found = await findFormerDriverSession(database, hashToken(token), now);
  if (!found) return null;
  return {
    ...driverActor(found),
    label: "Driver, by a link withdrawn since",
    permissions: new Set(["run.write"]),
    actsUntil: found.endedAt,
  };
}
