import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { member, organization } from "@/db/schema/auth";
import { driver } from "@/db/schema/fleet";
import { memberScope } from "@/db/schema/member-scope";
import { partner } from "@/db/schema/partner";
import { customRole } from "@/db/schema/role";
import { type MemberScope, WHOLE_SCOPE } from "@/server/domain/access/member-scope";

export interface Membership {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly role: string;
  /** Of a role of the organization's own; null: the role is built in, or there is none of that name. */
  readonly customPermissions: readonly string[] | null;
  /** A partner that is disabled, and a driver who is not active, are not named. */
  readonly scope: MemberScope;
  /** Whether the organization asks a second factor of everyone. */
  readonly requiresSecondFactor: boolean;
}

/**
 * The person's membership in the organization they chose, else in the one they joined first (index `member_user_id`).
 * Outside any tenant: it is what decides the tenant.
 */
export async function findMembership(
  database: Database,
  userId: string,
  preferredOrganizationId: string | null,
): Promise<Membership | undefined> {
  const [row] = await database.orm
    .select({
      organizationId: organization.id,
      organizationName: organization.name,
      role: member.role,
      customPermissions: customRole.permissions,
      projectIds: memberScope.projectIds,
      depotIds: memberScope.depotIds,
      partnerId: partner.id,
      driverId: driver.id,
      requiresSecondFactor: organization.requiresSecondFactor,
    })
    .from(member)
    .innerJoin(organization, and(eq(organization.id, member.organizationId)))
    .leftJoin(customRole, and(eq(customRole.organizationId, member.organizationId), eq(customRole.name, member.role)))
    .leftJoin(
      memberScope,
      and(eq(memberScope.organizationId, member.organizationId), eq(memberScope.userId, member.userId)),
    )
    .leftJoin(
      partner,
      and(
        eq(partner.organizationId, memberScope.organizationId),
        eq(partner.id, memberScope.partnerId),
        eq(partner.status, "active"),
      ),
    )
    .leftJoin(
      driver,
      and(
        eq(driver.organizationId, memberScope.organizationId),
        eq(driver.id, memberScope.driverId),
        eq(driver.status, "active"),
      ),
    )
    .where(eq(member.userId, userId))
    .orderBy(sql`${member.organizationId} = ${preferredOrganizationId}::uuid desc nulls last`, asc(member.createdAt))
    .limit(1);
  if (!row) return undefined;
  const { projectIds, depotIds, partnerId, driverId, ...membership } = row;
  // Without a row of its own a membership is of everything.
  const scope = projectIds && depotIds ? { projectIds, depotIds, partnerId, driverId } : WHOLE_SCOPE;
  return { ...membership, scope };
}
