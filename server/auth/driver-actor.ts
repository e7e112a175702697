import "server-only";
import type { AssignmentIds } from "@/db/queries/plan/live-assignments";
import type { Actor } from "@/server/domain/access/actor";
import { RUNNING } from "@/server/domain/access/permissions";

const PERMISSIONS = new Set(RUNNING);

/** The driver behind an offered route, allowed nothing but that route. */
export function driverActor({ driverId, organizationId, routeId, assignmentId }: AssignmentIds): Actor {
  return {
    kind: "driver",
    id: driverId,
    label: "Driver, by link",
    organizationId,
    permissions: PERMISSIONS,
    routeId,
    assignmentId,
  };
}
