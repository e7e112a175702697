import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
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

/** Country of the oldest project: where this organization is at home. Null before there is one. */
export async function findHomeCountry(tx: Tx, organizationId: string): Promise<string | null> {
  const [row] = await tx
    .select({ country: project.defaultCountry })
    .from(project)
    .where(eq(project.organizationId, organizationId))
    .orderBy(asc(project.createdAt))
    .limit(1);
  return row?.country ?? null;
}
