import type { RouterOutput } from "@/components/lib/router-types";
import type { Words } from "@/components/lib/words/words";
import { type MemberScope, mayBeLimited, WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import { type Permission, permissionsOf } from "@/server/domain/access/permissions";

export type ScopeChoices = RouterOutput["memberScope"]["choices"];

/** What a role's scope is made of: a partner, a driver, projects and depots, or nothing at all. */
export type ScopeKind = "partner" | "driver" | "places" | "whole";

export function scopeKind(role: string, permissions: readonly Permission[] = permissionsOf(role)): ScopeKind {
  if (role === "partner" || role === "driver") return role;
  return mayBeLimited(permissions) ? "places" : "whole";
}

/** Whether a scope says what its role needs. */
export function isScopeWhole(role: string, scope: MemberScope): boolean {
  const kind = scopeKind(role);
  if (kind === "partner") return scope.partnerId !== null;
  return kind === "driver" ? scope.driverId !== null : true;
}

/** Of a scope what its role asks for. */
export function scopeFor(role: string, { projectIds, depotIds, partnerId, driverId }: MemberScope): MemberScope {
  const kind = scopeKind(role);
  if (kind === "partner") return { ...WHOLE_SCOPE, partnerId };
  if (kind === "driver") return { ...WHOLE_SCOPE, driverId };
  return kind === "places" ? { ...WHOLE_SCOPE, projectIds, depotIds } : WHOLE_SCOPE;
}

/** A project taken up or left; with it go its depots. */
export function toggleProject(scope: MemberScope, id: string, choices: ScopeChoices): MemberScope {
  if (!scope.projectIds.includes(id)) return { ...scope, projectIds: [...scope.projectIds, id] };
  const depots = choices.depots.filter(({ projectId }) => projectId === id).map((depot) => depot.id);
  return {
    ...scope,
    projectIds: scope.projectIds.filter((each) => each !== id),
    depotIds: scope.depotIds.filter((each) => !depots.includes(each)),
  };
}

/** A depot taken up or left; with it comes its project. */
export function toggleDepot(scope: MemberScope, { id, projectId }: ScopeChoices["depots"][number]): MemberScope {
  if (scope.depotIds.includes(id)) return { ...scope, depotIds: scope.depotIds.filter((each) => each !== id) };
  const projectIds = scope.projectIds.includes(projectId) ? scope.projectIds : [...scope.projectIds, projectId];
  return { ...scope, projectIds, depotIds: [...scope.depotIds, id] };
}

/** "Sees Lyon, Paris": what an invitation lets in to; null: everything. */
export function sayLimits(
  t: Words<"settingsScope">,
  role: string,
  scope: MemberScope,
  choices: ScopeChoices,
): string | null {
  const kind = scopeKind(role);
  if (kind === "whole" || (kind === "places" && scope.projectIds.length === 0)) return null;
  return saySees(t, role, sayScope(t, role, scope, choices));
}

/** "Sees Lyon, Paris", or that what the role needs is missing: what `sayScope` says, as a sentence. */
export function saySees(t: Words<"settingsScope">, role: string, said: string | null): string {
  return said === null ? t(`missing.${role === "driver" ? "driver" : "partner"}`) : t("seesWhat", { what: said });
}

/** "Everything", "Lyon, Paris", "Swift Couriers": what somebody with a role sees. Null: what their role needs is missing. */
export function sayScope(
  t: Words<"settingsScope">,
  role: string,
  scope: MemberScope,
  choices: ScopeChoices,
): string | null {
  const kind = scopeKind(role);
  if (kind === "whole") return t("everything");
  if (kind === "partner") return choices.partners.find(({ id }) => id === scope.partnerId)?.name ?? null;
  if (kind === "driver") return choices.drivers.find(({ id }) => id === scope.driverId)?.name ?? null;
  if (scope.projectIds.length === 0) return t("everything");
  const named = (ids: readonly string[], list: readonly { id: string; name: string }[]) =>
    list.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const projects = named(scope.projectIds, choices.projects);
  if (projects.length === 0) return t("nothing");
  const depots = named(scope.depotIds, choices.depots);
  if (scope.depotIds.length === 0) return t.format.list(projects);
  return t("projectsAndDepots", { projects: t.format.list(projects), depots: t.format.list(depots) });
}
