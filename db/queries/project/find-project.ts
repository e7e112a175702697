import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { project } from "@/db/schema/project";

export type ProjectRow = typeof project.$inferSelect;

export async function findProject(tx: Tx, organizationId: string, id: string): Promise<ProjectRow | undefined> {
  const [row] = await tx
    .select()
    .from(project)
    .where(and(eq(project.organizationId, organizationId), eq(project.id, id)));
  return row;
}

/** All projects by name; an organization has few. */
export async function listProjects(tx: Tx, organizationId: string): Promise<ProjectRow[]> {
  return tx.select().from(project).where(eq(project.organizationId, organizationId)).orderBy(asc(project.name));
}

/** The zones of all projects. */
export async function listProjectZones(tx: Tx, organizationId: string): Promise<{ id: string; timeZone: string }[]> {
  return tx
    .select({ id: project.id, timeZone: project.timeZone })
    .from(project)
    .where(eq(project.organizationId, organizationId));
}

/** The organization's first project, and whether its vans start at a depot of its own; undefined before there is one. */
export async function findHomeProject(
  tx: Tx,
  organizationId: string,
): Promise<(ProjectRow & { readonly hasDepot: boolean }) | undefined> {
  const [row] = await tx
    .select({
      project,
      hasDepot: sql<boolean>`exists (select 1 from depot d
        where d.organization_id = ${project.organizationId} and d.project_id = ${project.id})`,
    })
    .from(project)
    .where(eq(project.organizationId, organizationId))
    .orderBy(asc(project.id))
    .limit(1);
  return row && { ...row.project, hasDepot: row.hasDepot };
}
