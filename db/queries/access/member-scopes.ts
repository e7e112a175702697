import "server-only";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";
import { member } from "@/db/schema/auth";
import { depot } from "@/db/schema/depot";
import { driver } from "@/db/schema/fleet";
import { memberScope } from "@/db/schema/member-scope";
import { partner } from "@/db/schema/partner";
import { project } from "@/db/schema/project";
import { customRole } from "@/db/schema/role";
import type { MemberScope } from "@/server/domain/access/member-scope";

const columns = {
  userId: memberScope.userId,
  projectIds: memberScope.projectIds,
  depotIds: memberScope.depotIds,
  partnerId: memberScope.partnerId,
  driverId: memberScope.driverId,
};

/** Who of an organization is let in to a part of it (the table's key). */
export async function listMemberScopes(tx: Tx, organizationId: string) {
  return tx
    .select(columns)
    .from(memberScope)
    .innerJoin(
      member,
      and(eq(member.organizationId, memberScope.organizationId), eq(member.userId, memberScope.userId)),
    )
    .where(eq(memberScope.organizationId, organizationId));
}

/** Lets somebody in to this, whatever it was before; null: to everything. */
export async function putMemberScope(
  tx: Tx,
  { organizationId, userId, updatedAt }: { organizationId: string; userId: string; updatedAt: Date },
  scope: MemberScope | null,
): Promise<void> {
  const whose = and(eq(memberScope.organizationId, organizationId), eq(memberScope.userId, userId));
  if (!scope) return void (await tx.delete(memberScope).where(whose));
  const set = { ...scope, updatedAt };
  await tx
    .insert(memberScope)
    .values({ organizationId, userId, ...set })
    .onConflictDoUpdate({ target: [memberScope.organizationId, memberScope.userId], set });
}

/** A person's membership, held until the transaction ends. */
export async function lockMember(tx: Tx, organizationId: string, userId: string) {
  const [row] = await tx
    .select({ id: member.id, role: member.role })
    .from(member)
    .where(and(eq(member.organizationId, organizationId), eq(member.userId, userId)))
    .for("update");
  return row;
}

export async function findCustomPermissions(tx: Tx, organizationId: string, role: string) {
  const [row] = await tx
    .select({ permissions: customRole.permissions })
    .from(customRole)
    .where(and(eq(customRole.organizationId, organizationId), eq(customRole.name, role)));
  return row?.permissions ?? null;
}

/** Of what somebody is to be let in to, what there is: depots with their project, a partner and a driver in use. */
export async function findScopePlaces(tx: Tx, organizationId: string, scope: MemberScope) {
  const [row] = await tx.execute<{
    projects: string[];
    depots: { id: string; projectId: string }[];
    partner: boolean;
    driver: boolean;
  }>(sql`
    select
      (select coalesce(json_agg(id), '[]') from project
        where organization_id = ${organizationId} and id = any(${idArray(scope.projectIds)})) as projects,
      (select coalesce(json_agg(json_build_object('id', id, 'projectId', project_id)), '[]') from depot
        where organization_id = ${organizationId} and id = any(${idArray(scope.depotIds)})) as depots,
      exists (select from partner where organization_id = ${organizationId} and id = ${scope.partnerId}::uuid
        and status = 'active') as partner,
      exists (select from driver where organization_id = ${organizationId} and id = ${scope.driverId}::uuid
        and status <> 'archived') as driver`);
  return row!;
}

/** What somebody can be let in to, each by name. */
export async function listScopeChoices(tx: Tx, organizationId: string) {
  const projects = await tx
    .select({ id: project.id, name: project.name })
    .from(project)
    .where(eq(project.organizationId, organizationId))
    .orderBy(asc(project.name));
  const depots = await tx
    .select({ id: depot.id, name: depot.name, projectId: depot.projectId })
    .from(depot)
    .where(eq(depot.organizationId, organizationId))
    .orderBy(asc(depot.name));
  const partners = await tx
    .select({ id: partner.id, name: partner.name })
    .from(partner)
    .where(and(eq(partner.organizationId, organizationId), eq(partner.status, "active")))
    .orderBy(asc(partner.name));
  const drivers = await tx
    .select({ id: driver.id, name: driver.name })
    .from(driver)
    .where(and(eq(driver.organizationId, organizationId), ne(driver.status, "archived")))
    .orderBy(asc(driver.name));
  return { projects, depots, partners, drivers };
}

/** Whether somebody who has this role, or may still accept an invitation into it, is let in to some projects or depots only. */
export async function isRoleLimited(tx: Tx, organizationId: string, role: string, now: Date): Promise<boolean> {
  const [row] = await tx.execute<{ is: boolean }>(sql`
    select exists (
      select from member m join member_scope s on s.organization_id = m.organization_id and s.user_id = m.user_id
      where m.organization_id = ${organizationId} and m.role = ${role} and cardinality(s.project_ids) > 0
    ) or exists (
      select from invitation where organization_id = ${organizationId} and role = ${role} and status = 'pending'
        and expires_at > ${now.toISOString()}::timestamptz
        and jsonb_array_length(coalesce(scope -> 'projectIds', '[]')) > 0
    ) as is`);
  return row!.is;
}
