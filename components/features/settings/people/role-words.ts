import type { Words } from "@/components/lib/words/words";
import { isRole, ROLES, type Role } from "@/server/domain/access/permissions";

/** "Dispatcher"; the stored word where it is no role of ours. */
export function roleLabel(t: Words<"settings">, role: string): string {
  return isRole(role) ? t(`role.${role}`) : role;
}

/** The roles somebody may give: owners are made by owners. */
export function rolesToGive(ownRole: string): readonly Role[] {
  return ownRole === "owner" ? ROLES : ROLES.filter((role) => role !== "owner");
}

/** Whether a person with one role may change a member with another: administrators leave owners alone. */
export function mayChangeMember(ownRole: string, memberRole: string): boolean {
  return ownRole === "owner" || (ownRole === "admin" && memberRole !== "owner");
}
