import "server-only";
import type { Actor } from "@/server/domain/access/actor";
import type { Permission } from "@/server/domain/access/permissions";
import { ServiceError } from "./service-error";

/** Refuses an actor without the permission. */
export function authorize(actor: Actor, permission: Permission): void {
  if (!actor.permissions.has(permission)) {
    throw new ServiceError("forbidden", "Your role does not allow this.", { reason: "permission", permission });
  }
}
