import "server-only";
import type { Actor } from "@/server/domain/access/actor";
import { type Permission, permissionsOfCustomRole } from "@/server/domain/access/permissions";
import { ServiceError } from "../kernel/service-error";

/** Refuses what is about more than the actor may do himself. */
export function refuseBeyond(actor: Actor, permissions: readonly Permission[]): void {
  // What only a partner or a driver of one's own gives is no more than a desk may.
  const beyond = permissionsOfCustomRole(permissions).find((permission) => !actor.permissions.has(permission));
  if (beyond === undefined) return;
  throw new ServiceError("forbidden", `This is about more than you may do: ${beyond}.`, {
    reason: "permission",
    permission: beyond,
  });
}
