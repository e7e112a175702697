import "server-only";
import { and, eq, isNull } from "drizzle-orm";
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

/** Saves what replaces the fields of `seenAt` (null: none yet); false where others are there by now. */
export async function putCustomFields(
  tx: Tx,
  { organizationId, id }: { readonly organizationId: string; readonly id: string },
  set: Partial<typeof project.$inferInsert>,
  seenAt: Date | null,
): Promise<boolean> {
  const { customFieldsChangedAt } = project;
  const isAsSeen = seenAt ? eq(customFieldsChangedAt, seenAt) : isNull(customFieldsChangedAt);
  const saved = await tx
    .update(project)
    .set(set)
    .where(and(eq(project.organizationId, organizationId), eq(project.id, id), isAsSeen))
    .returning({ id: project.id });
  return saved.length > 0;
}
