import "server-only";
import type { Database } from "@/db/client";
import {
  type DriverSession,
  findDriverSessions,
  findFormerDriverSession,
} from "@/db/queries/execution/driver-sessions";
import type { Actor } from "@/server/domain/access/actor";
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
  return found && found.expiresAt > now ? driverActor(found) : null;
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
