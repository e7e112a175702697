import "server-only";
import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { customRole } from "@/db/schema/role";

/** An organization's own roles by name; it has few. */
export async function listCustomRoles(tx: Tx, organizationId: string) {
  return tx
    .select()
    .from(customRole)
    .where(eq(customRole.organizationId, organizationId))
    .orderBy(asc(customRole.name));
}

/** False where there is one of that name. */
export async function insertCustomRole(tx: Tx, row: typeof customRole.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(customRole).values(row).onConflictDoNothing().returning({ id: customRole.id });
  return inserted.length > 0;
}

/** One of an organization's own roles, by its id or its name; it stays as it is until this transaction ends. */
export async function lockCustomRole(
  tx: Tx,
  organizationId: string,
  by: { readonly id: string } | { readonly name: string },
) {
  const [row] = await tx
    .select()
    .from(customRole)
    .where(
      and(
        eq(customRole.organizationId, organizationId),
        "id" in by ? eq(customRole.id, by.id) : eq(customRole.name, by.name),
      ),
    )
    .for("update");
  return row;
}

export async function updateCustomRole(
  tx: Tx,
  organizationId: string,
  id: string,
  set: Partial<Pick<typeof customRole.$inferInsert, "description" | "permissions">>,
): Promise<void> {
  await tx
    .update(customRole)
    .set(set)
    .where(and(eq(customRole.organizationId, organizationId), eq(customRole.id, id)));
}

export async function deleteCustomRole(tx: Tx, organizationId: string, id: string): Promise<void> {
  await tx.delete(customRole).where(and(eq(customRole.organizationId, organizationId), eq(customRole.id, id)));
}
