import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { slotOffer, slotZone } from "@/db/schema/slot";

export async function findSlotZone(tx: Tx, organizationId: string, id: string) {
  const [row] = await tx
    .select()
    .from(slotZone)
    .where(and(eq(slotZone.organizationId, organizationId), eq(slotZone.id, id)));
  return row;
}

/** Saves a zone; one that is there keeps its project. */
export async function putSlotZone(tx: Tx, row: typeof slotZone.$inferInsert): Promise<void> {
  await tx
    .insert(slotZone)
    .values(row)
    .onConflictDoUpdate({
      target: [slotZone.organizationId, slotZone.id],
      set: { name: row.name, area: row.area, updatedAt: row.updatedAt },
    });
}

/** Saves an offer; one that is there keeps its reservations, also where its room becomes less than they take. */
export async function putSlotOffer(tx: Tx, row: typeof slotOffer.$inferInsert): Promise<void> {
  const { organizationId: _organization, id: _id, createdAt: _made, ...set } = row;
  await tx
    .insert(slotOffer)
    .values(row)
    .onConflictDoUpdate({ target: [slotOffer.organizationId, slotOffer.id], set });
}
