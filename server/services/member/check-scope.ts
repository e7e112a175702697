import "server-only";
import type { Tx } from "@/db/client";
import { findCustomPermissions, findScopePlaces } from "@/db/queries/access/member-scopes";
import { type MemberScope, mayBeLimited } from "@/server/domain/access/member-scope";
import { isRole, permissionsOf, permissionsOfCustomRole } from "@/server/domain/access/permissions";
import { noSuch, ServiceError } from "../kernel/service-error";

/**
 * What somebody with a role is to be let in to, as it is kept: only what the role asks for, and with depots their
 * projects. Refused where something named is not the organization's or not in use, a depot lies in none of the projects
 * named, the role sees everything, or a partner's person or a driver is nobody's.
 */
export async function checkScope(
  tx: Tx,
  organizationId: string,
  role: string,
  scope: MemberScope,
): Promise<MemberScope> {
  const there = await findScopePlaces(tx, organizationId, scope);
  if (role === "partner") {
    if (!there.partner) throw noSuch("partner");
    return { projectIds: [], depotIds: [], partnerId: scope.partnerId, driverId: null };
  }
  if (role === "driver") {
    if (!there.driver) throw noSuch("driver");
    return { projectIds: [], depotIds: [], partnerId: null, driverId: scope.driverId };
  }
  if (scope.projectIds.some((id) => !there.projects.includes(id))) throw noSuch("project");
  if (scope.depotIds.some((id) => !there.depots.some((depot) => depot.id === id))) throw noSuch("depot");
  const isLimited = scope.projectIds.length + scope.depotIds.length > 0;
  if (isLimited && !mayBeLimited(await permissionsOfRole(tx, organizationId, role))) {
    throw new ServiceError("refused", "Whoever manages people sees everything.", { reason: "sees-all" });
  }
  const named = new Set(scope.projectIds);
  const ofDepots = there.depots.map(({ projectId }) => projectId);
  if (named.size > 0 && ofDepots.some((projectId) => !named.has(projectId))) throw noSuch("depot in this project");
  const projectIds = [...new Set(named.size > 0 ? named : ofDepots)];
  return { projectIds, depotIds: [...new Set(scope.depotIds)], partnerId: null, driverId: null };
}

async function permissionsOfRole(tx: Tx, organizationId: string, role: string) {
  if (isRole(role)) return permissionsOf(role);
  return permissionsOfCustomRole((await findCustomPermissions(tx, organizationId, role)) ?? []);
}
