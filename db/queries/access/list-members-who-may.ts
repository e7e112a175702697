import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { member, user } from "@/db/schema/auth";
import { memberPreference } from "@/db/schema/preference";
import { customRole } from "@/db/schema/role";
import { isRole, type Permission, permissionsOf, permissionsOfCustomRole } from "@/server/domain/access/permissions";
import { type Preferences, storedPreferences } from "@/server/domain/preference/preferences";

/** Somebody of the desk, to be written to. */
interface Colleague {
  readonly name: string;
  readonly email: string;
  /** "auto": that of the country. */
  readonly language: Preferences["language"];
}

/** Members of an organization whose role, built in or its own, allows something. */
export async function listMembersWhoMay(tx: Tx, organizationId: string, permission: Permission): Promise<Colleague[]> {
  const rows = await tx
    .select({
      name: user.name,
      email: user.email,
      role: member.role,
      custom: customRole.permissions,
      preferences: memberPreference.preferences,
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .leftJoin(customRole, and(eq(customRole.organizationId, member.organizationId), eq(customRole.name, member.role)))
    .leftJoin(
      memberPreference,
      and(eq(memberPreference.organizationId, member.organizationId), eq(memberPreference.userId, member.userId)),
    )
    .where(eq(member.organizationId, organizationId))
    .orderBy(asc(user.email));
  return rows
    .filter(({ role, custom }) =>
      (isRole(role) ? permissionsOf(role) : permissionsOfCustomRole(custom ?? [])).includes(permission),
    )
    .map(({ name, email, preferences }) => {
      const { language } = storedPreferences.parse(preferences ?? {});
      return { name, email, language };
    });
}
