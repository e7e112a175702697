import { ROLES, type Role } from "@/server/domain/access/permissions";

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  owner: "Owner",
  admin: "Administrator",
  dispatcher: "Dispatcher",
  viewer: "Viewer",
};

export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  owner: "Everything, also other owners.",
  admin: "Everything: settings, people, planning.",
  dispatcher: "Orders, fleet, planning and dispatching.",
  viewer: "Looks at everything, changes nothing.",
};

export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}

/** "Dispatcher"; the stored word where it is no role of ours. */
export function roleLabel(role: string): string {
  return isRole(role) ? ROLE_LABELS[role] : role;
}

/** The roles somebody may give: owners are made by owners. */
export function rolesToGive(ownRole: string): readonly Role[] {
  return ownRole === "owner" ? ROLES : ROLES.filter((role) => role !== "owner");
}

/** Whether a person with one role may change a member with another: administrators leave owners alone. */
export function mayChangeMember(ownRole: string, memberRole: string): boolean {
  return ownRole === "owner" || (ownRole === "admin" && memberRole !== "owner");
}
