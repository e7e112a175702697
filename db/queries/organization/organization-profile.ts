import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organization } from "@/db/schema/auth";
import { organizationProfile } from "@/db/schema/organization-profile";

export type ProfileRow = typeof organizationProfile.$inferSelect;

/** How an organization presents itself; undefined where it has said nothing. */
export async function findProfile(tx: Tx, organizationId: string): Promise<ProfileRow | undefined> {
  const [row] = await tx
    .select()
    .from(organizationProfile)
    .where(eq(organizationProfile.organizationId, organizationId));
  return row;
}

/** Makes the row others can be held by, if there is none. */
export async function makeProfile(tx: Tx, organizationId: string, now: Date): Promise<void> {
  await tx.insert(organizationProfile).values({ organizationId, updatedAt: now }).onConflictDoNothing();
}

export async function updateProfile(
  tx: Tx,
  organizationId: string,
  set: Partial<typeof organizationProfile.$inferInsert>,
): Promise<void> {
  await tx.update(organizationProfile).set(set).where(eq(organizationProfile.organizationId, organizationId));
}

/** Saves what replaces the settings of `seenAt` (null: none yet); false where others are there by now. */
export async function putProfile(
  tx: Tx,
  organizationId: string,
  set: Partial<typeof organizationProfile.$inferInsert>,
  seenAt: Date | null,
): Promise<boolean> {
  const { changedAt } = organizationProfile;
  const saved = await tx
    .update(organizationProfile)
    .set(set)
    .where(
      and(eq(organizationProfile.organizationId, organizationId), seenAt ? eq(changedAt, seenAt) : isNull(changedAt)),
    )
    .returning({ id: organizationProfile.organizationId });
  return saved.length > 0;
}

export async function renameOrganization(tx: Tx, organizationId: string, name: string): Promise<void> {
  await tx.update(organization).set({ name }).where(eq(organization.id, organizationId));
}
