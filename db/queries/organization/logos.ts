import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { organizationProfile } from "@/db/schema/organization-profile";
import { project } from "@/db/schema/project";
import type { Logo } from "@/server/domain/brand/logo";

/** The organization's logo, or a named project's own, held; undefined where there is no such project. */
export async function findLogoOf(
  tx: Tx,
  organizationId: string,
  projectId: string | undefined,
): Promise<{ readonly logo: Logo | null } | undefined> {
  if (projectId === undefined) {
    const [row] = await tx
      .select({ logo: organizationProfile.logo })
      .from(organizationProfile)
      .where(eq(organizationProfile.organizationId, organizationId))
      .for("update");
    return row ?? { logo: null };
  }
  const [row] = await tx
    .select({ logo: project.logo })
    .from(project)
    .where(and(eq(project.organizationId, organizationId), eq(project.id, projectId)))
    .for("update");
  return row;
}

/** The logo that goes by a name, the organization's or a project's. */
export async function findLogoByToken(tx: Tx, organizationId: string, token: string): Promise<Logo | null> {
  const [row] = await tx.execute<{ logo: Logo | null }>(sql`
    select logo from organization_profile where organization_id = ${organizationId} and logo_token = ${token}
    union all select logo from project where organization_id = ${organizationId} and logo_token = ${token}`);
  return row?.logo ?? null;
}

/** Whether a logo's files are somebody's still. */
export async function isLogoInUse(tx: Tx, organizationId: string, { file, sha256 }: Logo): Promise<boolean> {
  const name = file ?? sha256;
  const [row] = await tx.execute<{ inUse: boolean }>(sql`
    select exists (
      select from organization_profile where organization_id = ${organizationId}
        and coalesce(logo ->> 'file', logo ->> 'sha256') = ${name}
      union all select from project where organization_id = ${organizationId}
        and coalesce(logo ->> 'file', logo ->> 'sha256') = ${name}) as "inUse"`);
  return row!.inUse;
}

/** Whose logo goes by a name; null for none. Outside any tenant: the name is all that is known. */
export async function findLogoOwner(database: Database, token: string): Promise<string | null> {
  const rows = await database.raw<{ organizationId: string }[]>`
    select organization_id as "organizationId" from organization_profile where logo_token = ${token}
    union all select organization_id from project where logo_token = ${token}`;
  return rows[0]?.organizationId ?? null;
}
