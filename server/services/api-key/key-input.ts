import { z } from "zod";
import { type ApiScope, scopesWithin } from "@/server/domain/access/api-scopes";
import { PARTNER_PERMISSIONS, type Permission } from "@/server/domain/access/permissions";
import { ServiceError } from "../kernel/service-error";

/** What may be said of a key whenever it is said. */
export const keyName = z.string().trim().min(1).max(120);
export const requestsPerMinute = z.int().min(1).max(1_000_000);

/** Refuses an end that is over already: a key is ended by shutting it. */
export function refuseOver(expiresAt: Date | null | undefined, now: Date): void {
  if (!expiresAt || expiresAt > now) return;
  const issues = [{ path: "expiresAt", message: "is over already" }];
  throw new ServiceError("invalid", "A key cannot end before it begins.", { reason: "input", issues });
}

/** Refuses to hand out what somebody may not do himself. */
export function refuseBeyond(scopes: readonly ApiScope[], permissions: ReadonlySet<Permission>): void {
  const allowed = scopesWithin(permissions);
  if (!scopes.every((scope) => allowed.includes(scope))) throw beyond();
}

/** The same of a partner's token, which acts for him. */
export function refusePartnerBeyond(permissions: ReadonlySet<Permission>): void {
  if (!PARTNER_PERMISSIONS.every((permission) => permissions.has(permission))) throw beyond();
}

function beyond(): ServiceError {
  const details = { reason: "permission", permission: "members.manage" } as const;
  return new ServiceError("forbidden", "A key cannot be given more than you may do.", details);
}
