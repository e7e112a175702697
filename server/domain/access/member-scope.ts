import { z } from "zod";
import { isOutsideRole, isRole, type Permission, permissionsOf, permissionsOfCustomRole } from "./permissions";

const MOST_PLACES = 200;

/** What of an organization somebody is let in to, as it is kept with members and invitations. */
export const memberScopeSchema = z.strictObject({
  /** None: every project. */
  projectIds: z.array(z.uuid()).max(MOST_PLACES).default([]),
  /** None: every depot of those projects. */
  depotIds: z.array(z.uuid()).max(MOST_PLACES).default([]),
  /** Whose person a partner's is. */
  partnerId: z.uuid().nullable().default(null),
  /** Which driver a driver is. */
  driverId: z.uuid().nullable().default(null),
});
export type MemberScope = z.output<typeof memberScopeSchema>;

/** Sees all, and is nobody else's. */
export const WHOLE_SCOPE: MemberScope = { projectIds: [], depotIds: [], partnerId: null, driverId: null };

/** How far a limited member sees. A project or depot that is gone stays named: it opens nothing, and nothing else either. */
export const reachSchema = z.object({
  projectIds: z.array(z.uuid()).readonly(),
  /** Null: every depot of the projects. */
  depotIds: z.array(z.uuid()).readonly().nullable(),
});
export type Reach = z.output<typeof reachSchema>;

/** What a membership comes down to. */
export interface Access {
  readonly permissions: readonly Permission[];
  readonly reach?: Reach;
  readonly partnerId?: string;
  readonly driverId?: string;
}

/** What belongs to the whole organization, and so to nobody who sees a part of it. */
const OF_THE_WHOLE: readonly Permission[] = ["settings.write", "audit.read"];

/** Whether somebody with these permissions can be limited: whoever lets people in sees what they would see. */
export function mayBeLimited(permissions: readonly Permission[]): boolean {
  return !permissions.includes("members.manage");
}

/**
 * What a member with a role may do and see. A partner's person without a partner in use, and a driver without a driver
 * who works here, may nothing but keep their preferences; a role that is no role may nothing.
 */
export function accessOf(role: string, customPermissions: readonly string[] | null, scope: MemberScope): Access {
  // A role that is built in is that role, whatever an organization may have called one of its own.
  const permissions = isRole(role) ? permissionsOf(role) : permissionsOfCustomRole(customPermissions ?? []);
  if (isOutsideRole(role)) return outsideAccess(role, permissions, scope);
  if (!mayBeLimited(permissions) || scope.projectIds.length + scope.depotIds.length === 0) return { permissions };
  return {
    permissions: permissions.filter((permission) => !OF_THE_WHOLE.includes(permission)),
    reach: { projectIds: scope.projectIds, depotIds: scope.depotIds.length > 0 ? scope.depotIds : null },
  };
}

function outsideAccess(role: string, permissions: readonly Permission[], scope: MemberScope): Access {
  const { partnerId, driverId } = scope;
  if (role === "partner" && partnerId) return { permissions, partnerId };
  if (role === "driver" && driverId) return { permissions, driverId };
  return { permissions: permissions.filter((permission) => permission === "preference.own") };
}

/** Whether two actors see the same. */
export function isSameReach(left: Reach | undefined, right: Reach | undefined): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}
