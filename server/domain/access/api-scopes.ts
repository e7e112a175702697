import type { Permission } from "./permissions";

/** What an API key may be made for, `area:verb`. Closed: each is a set of the permissions people have too. */
export const API_SCOPES = [
  "deliveries:read",
  "deliveries:write",
  "fleet:read",
  "fleet:write",
  "plans:read",
  "plans:write",
  "proofs:read",
  "proofs:write",
  "settings:read",
  "settings:write",
  "audit:read",
  "keys:manage",
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

const SCOPE_PERMISSIONS: Readonly<Record<ApiScope, readonly Permission[]>> = {
  "deliveries:read": ["order.read"],
  "deliveries:write": ["order.read", "order.write"],
  "fleet:read": ["fleet.read"],
  "fleet:write": ["fleet.read", "fleet.write"],
  "plans:read": ["order.read", "plan.read", "partner.read"],
  "plans:write": ["order.read", "plan.read", "plan.edit", "plan.dispatch", "partner.read", "partner.act"],
  "proofs:read": ["proof.read"],
  "proofs:write": ["proof.read", "proof.write"],
  "settings:read": ["settings.read"],
  "settings:write": ["settings.read", "settings.write"],
  "audit:read": ["audit.read"],
  "keys:manage": ["members.manage"],
};

/** The permissions of a key with these scopes; words that are no scope give none. */
export function permissionsOfScopes(scopes: readonly string[]): ReadonlySet<Permission> {
  return new Set(scopes.flatMap((scope) => SCOPE_PERMISSIONS[scope as ApiScope] ?? []));
}

/** The scopes that give nothing beyond these permissions: what somebody may put into a key. */
export function scopesWithin(permissions: ReadonlySet<Permission>): readonly ApiScope[] {
  return API_SCOPES.filter((scope) => SCOPE_PERMISSIONS[scope].every((permission) => permissions.has(permission)));
}
