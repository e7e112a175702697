import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { project } from "@/db/schema/project";

export async function insertProject(tx: Tx, row: typeof project.$inferInsert): Promise<void> {
  await tx.insert(project).values(row);
}

export async function updateProject(
  tx: Tx,
  organizationId: string,
  id: string,
  set: Partial<typeof project.$inferInsert>,
): Promise<void> {
  await tx
    .update(project)
    .set(set)
    .where(and(eq(project.organizationId, organizationId), eq(project.id, id)));
}
