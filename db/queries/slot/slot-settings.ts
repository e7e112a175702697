import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isAmong } from "@/db/queries/json-param";
import { slotOffer, slotReservation, slotZone } from "@/db/schema/slot";
import { takesRoomAt } from "./slot-book";

export async function findSlotZone(tx: Tx, organizationId: string, id: string) {
  const [row] = await tx
    .select()
    .from(slotZone)
    .where(and(eq(slotZone.organizationId, organizationId), eq(slotZone.id, id)));
  return row;
}

/** Saves a zone; one that is there keeps its project. False where it is not as it was at `seenAt` any more. */
export async function putSlotZone(tx: Tx, row: typeof slotZone.$inferInsert, seenAt: Date | null): Promise<boolean> {
  const saved = await tx
    .insert(slotZone)
    .values(row)
    .onConflictDoUpdate({
      target: [slotZone.organizationId, slotZone.id],
      set: { name: row.name, area: row.area, updatedAt: row.updatedAt },
      setWhere: seenAt ? eq(slotZone.updatedAt, seenAt) : undefined,
    })
    .returning({ id: slotZone.id });
  return saved.length > 0;
}

/**
 * Saves an offer; one that is there keeps its reservations, also where its room becomes less than they take. False where
 * it is not as it was at `seenAt` any more.
 */
export async function putSlotOffer(tx: Tx, row: typeof slotOffer.$inferInsert, seenAt: Date | null): Promise<boolean> {
  const { organizationId: _organization, id: _id, createdAt: _made, ...set } = row;
  const saved = await tx
    .insert(slotOffer)
    .values(row)
    .onConflictDoUpdate({
      target: [slotOffer.organizationId, slotOffer.id],
      set,
      setWhere: seenAt ? eq(slotOffer.updatedAt, seenAt) : undefined,
    })
    .returning({ id: slotOffer.id });
  return saved.length > 0;
}

/** A zone's offers, held until the transaction ends: nobody can reserve in them meanwhile. */
export async function lockOffers(
  tx: Tx,
  organizationId: string,
  { zoneId, offerId }: { zoneId: string; offerId?: string },
): Promise<string[]> {
  const rows = await tx
    .select({ id: slotOffer.id })
    .from(slotOffer)
    .where(
      and(
        eq(slotOffer.organizationId, organizationId),
        eq(slotOffer.zoneId, zoneId),
        offerId ? eq(slotOffer.id, offerId) : undefined,
      ),
    )
    .orderBy(slotOffer.id)
    .for("update");
  return rows.map(({ id }) => id);
}

/** How many places have ever been confirmed in offers, or are held now. */
export async function countPlaces(tx: Tx, organizationId: string, offerIds: readonly string[], now: Date) {
  return tx.$count(
    slotReservation,
    and(
      eq(slotReservation.organizationId, organizationId),
      isAmong(slotReservation.offerId, offerIds),
      takesRoomAt(now),
    ),
  );
}

export async function deleteSlotOffer(tx: Tx, organizationId: string, id: string): Promise<void> {
  await tx.delete(slotOffer).where(and(eq(slotOffer.organizationId, organizationId), eq(slotOffer.id, id)));
}

/** Deletes a zone and what is offered in it. */
export async function deleteSlotZone(tx: Tx, organizationId: string, id: string): Promise<void> {
  await tx.delete(slotZone).where(and(eq(slotZone.organizationId, organizationId), eq(slotZone.id, id)));
}
