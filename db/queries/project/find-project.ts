import "server-only";
import { and, asc, eq } from "drizzle-orm";
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
