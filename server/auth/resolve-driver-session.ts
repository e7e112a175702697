import "server-only";
import type { Database } from "@/db/client";
import { findDriverSession, findFormerDriverSession } from "@/db/queries/execution/driver-sessions";
import type { Actor } from "@/server/domain/access/actor";
import { DRIVER_PERMISSIONS } from "@/server/domain/access/permissions";
import { hashToken } from "@/server/services/plan/hash-token";

/** The driver whose device shows this token, allowed nothing but his own route; null for a token that opens nothing. */
export async function resolveDriverSession(database: Database, token: string, now: Date): Promise<Actor | null> {
  const found = await findDriverSession(database, hashToken(token), now);
  if (!found) return null;
  return {
    kind: "driver",
    id: found.driverId,
    label: "Driver, by link",
    organizationId: found.organizationId,
    permissions: new Set(DRIVER_PERMISSIONS),
    routeId: found.routeId,
    assignmentId: found.assignmentId,
  };
}

/**
 * The driver who had a route before it was given to another, as his device's token says; allowed to tell what he did
 * until then, and nothing else. Null for a token that never opened anything, or still does.
 */
export async function resolveFormerDriverSession(database: Database, token: string, now: Date): Promise<Actor | null> {
  const found = await findFormerDriverSession(database, hashToken(token), now);
  if (!found) return null;
  return {
    kind: "driver",
    id: found.driverId,
    label: "Driver, by a link withdrawn since",
    organizationId: found.organizationId,
    permissions: new Set(["run.write"]),
    routeId: found.routeId,
    assignmentId: found.assignmentId,
    actsUntil: found.endedAt,
  };
}
