import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { member } from "@/db/schema/auth";

/** Whether somebody has one of these roles in an organization; null: in any (index `member_user_id`). Outside any tenant. */
export async function hasRoleOf(
  database: Database,
  userId: string,
  roles: readonly string[],
  organizationId: string | null,
): Promise<boolean> {
  const rows = await database.orm
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.userId, userId),
        inArray(member.role, [...roles]),
        organizationId === null ? undefined : eq(member.organizationId, organizationId),
      ),
    )
    .limit(1);
  return rows.length > 0;
}
