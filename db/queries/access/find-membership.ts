import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { member, organization } from "@/db/schema/auth";
import { customRole } from "@/db/schema/role";

export interface Membership {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly role: string;
  /** Of a role of the organization's own; null: the role is built in, or there is none of that name. */
  readonly customPermissions: readonly string[] | null;
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
    })
    .from(member)
    .innerJoin(organization, and(eq(organization.id, member.organizationId)))
    .leftJoin(customRole, and(eq(customRole.organizationId, member.organizationId), eq(customRole.name, member.role)))
    .where(eq(member.userId, userId))
    .orderBy(sql`${member.organizationId} = ${preferredOrganizationId}::uuid desc nulls last`, asc(member.createdAt))
    .limit(1);
  return row;
}
