import "server-only";
import { asc, eq } from "drizzle-orm";
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
