import type { Words } from "@/components/lib/words/words";
import { type GivenRole, mayInvite } from "@/server/domain/access/may-invite";
import { isRole, permissionsOf, ROLES } from "@/server/domain/access/permissions";

/** "Dispatcher"; the stored word where it is no role of ours. */
export function roleLabel(t: Words<"settings">, role: string): string {
  return isRole(role) ? t(`role.${role}`) : role;
}

/** The roles somebody may give, those there always are before the organization's own: none that may more than they. */
export function rolesToGive(viewer: GivenRole, ownRoles: readonly GivenRole[]): readonly string[] {
  const builtIn = ROLES.map((role) => ({ role, permissions: permissionsOf(role) }));
  return [...builtIn, ...ownRoles].filter((each) => mayInvite(viewer, each)).map(({ role }) => role);
}

/** Whether somebody may change a member who has this role: owners are left alone, and who may more. */
export function mayChangeMember(viewer: GivenRole, role: string, ownRoles: readonly GivenRole[]): boolean {
  const permissions = permissionsOfAny(role, ownRoles);
  if (permissions.length === 0) return viewer.permissions.includes("members.manage");
  return mayInvite(viewer, { role, permissions });
}

/** What a role may, built in or the organization's own; nothing for a word that is none. */
export function permissionsOfAny(role: string, ownRoles: readonly GivenRole[]) {
  return isRole(role) ? permissionsOf(role) : (ownRoles.find((own) => own.role === role)?.permissions ?? []);
}
