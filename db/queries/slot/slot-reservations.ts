import "server-only";
import { and, asc, count, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { delivery } from "@/db/schema/delivery";
import { slotDay, slotReservation } from "@/db/schema/slot";
import type { SlotDay } from "@/server/domain/slot/slot-schema";
import { takesRoomAt } from "./slot-book";

export type ReservationRow = typeof slotReservation.$inferSelect;

/** A place somebody has; without a delivery its order is not there yet. */
export type ListedReservation = Pick<ReservationRow, "id" | "status" | "expiresAt" | "deliveryId"> & {
  readonly externalId: string | null;
};

/**
 * Holds a slot until the transaction ends: whoever counts and saves under it is alone with the slot. Answers with the
 * slot's time, which is `now` or, where somebody whose clock is ahead was faster, his.
 */
export async function lockSlotDay(
  tx: Tx,
  organizationId: string,
  { offerId, date }: SlotDay,
  now: Date,
): Promise<Date> {
  const [row] = await tx
    .insert(slotDay)
    .values({ organizationId, offerId, date, decidedAt: now })
    .onConflictDoUpdate({
      target: [slotDay.organizationId, slotDay.offerId, slotDay.date],
      set: { decidedAt: sql`greatest(${slotDay.decidedAt}, excluded.decided_at)` },
    })
    .returning({ decidedAt: slotDay.decidedAt });
  return row!.decidedAt;
}

/** How many reservations but one take room in a slot (index `slot_reservation_day`). Counts under its lock only. */
export async function countTakenByOthers(
  tx: Tx,
  organizationId: string,
  { offerId, date }: SlotDay,
  reservationId: string,
  now: Date,
): Promise<number> {
  const [row] = await tx
    .select({ taken: count() })
    .from(slotReservation)
    .where(
      and(
        eq(slotReservation.organizationId, organizationId),
        eq(slotReservation.offerId, offerId),
        eq(slotReservation.date, date),
        ne(slotReservation.id, reservationId),
        takesRoomAt(now),
      ),
    );
  return row!.taken;
}

export async function findReservation(tx: Tx, organizationId: string, id: string): Promise<ReservationRow | undefined> {
  const [row] = await tx
    .select()
    .from(slotReservation)
    .where(and(eq(slotReservation.organizationId, organizationId), eq(slotReservation.id, id)));
  return row;
}

/** Saves a reservation of a slot; false where its id already stands for one of another slot. */
export async function putReservation(tx: Tx, row: typeof slotReservation.$inferInsert): Promise<boolean> {
  const saved = await tx
    .insert(slotReservation)
    .values(row)
    .onConflictDoUpdate({
      target: [slotReservation.organizationId, slotReservation.id],
      set: {
        status: row.status,
        expiresAt: row.expiresAt,
        updatedAt: row.updatedAt,
        // Whose a place is, is said once.
        deliveryId: sql`coalesce(${slotReservation.deliveryId}, excluded.delivery_id)`,
      },
      setWhere: and(eq(slotReservation.offerId, row.offerId), eq(slotReservation.date, row.date)),
    })
    .returning({ id: slotReservation.id });
  return saved.length > 0;
}

/** The reservations that take room in a slot, with the number of the order they are for (index `slot_reservation_day`). */
export async function listReservationsOf(
  tx: Tx,
  organizationId: string,
  { offerId, date }: SlotDay,
  now: Date,
): Promise<ListedReservation[]> {
  return tx
    .select({
      id: slotReservation.id,
      status: slotReservation.status,
      expiresAt: slotReservation.expiresAt,
      deliveryId: slotReservation.deliveryId,
      externalId: delivery.externalId,
    })
    .from(slotReservation)
    .leftJoin(
      delivery,
      and(eq(delivery.organizationId, slotReservation.organizationId), eq(delivery.id, slotReservation.deliveryId)),
    )
    .where(
      and(
        eq(slotReservation.organizationId, organizationId),
        eq(slotReservation.offerId, offerId),
        eq(slotReservation.date, date),
        takesRoomAt(now),
      ),
    )
    .orderBy(asc(slotReservation.createdAt), asc(slotReservation.id));
}
