import "server-only";
import type { Database } from "@/db/client";
import { findAssignmentByToken } from "@/db/queries/plan/find-assignment-by-token";
import type { Actor } from "@/server/domain/access/actor";
import { DRIVER_PERMISSIONS } from "@/server/domain/access/permissions";
import { hashToken } from "@/server/services/plan/hash-token";

/** The driver whose link this is, allowed nothing but his own route; null for a link that opens nothing. */
export async function resolveRouteLink(database: Database, token: string, now: Date): Promise<Actor | null> {
  const found = await findAssignmentByToken(database, hashToken(token), now);
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
