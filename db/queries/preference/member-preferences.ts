import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizationProfile } from "@/db/schema/organization-profile";
import { memberPreference } from "@/db/schema/preference";
import { project } from "@/db/schema/project";

/** A member's preferences as stored; undefined when never saved. */
export async function findMemberPreferences(tx: Tx, organizationId: string, userId: string): Promise<unknown> {
  const [row] = await tx
    .select({ preferences: memberPreference.preferences })
    .from(memberPreference)
    .where(and(eq(memberPreference.organizationId, organizationId), eq(memberPreference.userId, userId)));
  return row?.preferences;
}

/** The same, made where there is none, and nobody else may change it until this transaction ends. */
export async function lockMemberPreferences(
  tx: Tx,
  { organizationId, userId, preferences, updatedAt }: typeof memberPreference.$inferInsert,
): Promise<unknown> {
  await tx.insert(memberPreference).values({ organizationId, userId, preferences, updatedAt }).onConflictDoNothing();
  const [row] = await tx
    .select({ preferences: memberPreference.preferences })
    .from(memberPreference)
    .where(and(eq(memberPreference.organizationId, organizationId), eq(memberPreference.userId, userId)))
    .for("update");
  return row?.preferences;
}

export async function updateMemberPreferences(
  tx: Tx,
  { organizationId, userId, preferences, updatedAt }: typeof memberPreference.$inferInsert,
): Promise<void> {
  await tx
    .update(memberPreference)
    .set({ preferences, updatedAt })
    .where(and(eq(memberPreference.organizationId, organizationId), eq(memberPreference.userId, userId)));
}

/** Where this organization is at home, by its oldest project, and in which language; nulls before there is any. */
export async function findHomeCustoms(tx: Tx, organizationId: string) {
  const [home] = await tx
    .select({ country: project.defaultCountry, units: project.units })
    .from(project)
    .where(eq(project.organizationId, organizationId))
    .orderBy(asc(project.createdAt))
    .limit(1);
  const [profile] = await tx
    .select({ language: organizationProfile.language })
    .from(organizationProfile)
    .where(eq(organizationProfile.organizationId, organizationId));
  const { country = null, units = "local" } = home ?? {};
  return { country, units, language: profile?.language ?? null };
}
