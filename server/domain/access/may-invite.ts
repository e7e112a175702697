import { type Permission, permissionsOfCustomRole } from "./permissions";

/** A role by its name, and what it gives now. */
export interface GivenRole {
  readonly role: string;
  readonly permissions: readonly Permission[];
}

/**
 * Whether an invitation holds that somebody with one role has made into another: its maker still lets people in, may all
 * that the invited may, and is an owner where they become one.
 */
export function mayInvite(inviter: GivenRole, invited: GivenRole): boolean {
  if (invited.permissions.length === 0 || !inviter.permissions.includes("members.manage")) return false;
  if (invited.role === "owner" && inviter.role !== "owner") return false;
  // What only a partner or a driver of one's own gives is no more than a desk may.
  return permissionsOfCustomRole(invited.permissions).every((permission) => inviter.permissions.includes(permission));
}
