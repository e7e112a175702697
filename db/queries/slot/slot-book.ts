import "server-only";
import { and, asc, between, count, eq, gt, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { project } from "@/db/schema/project";
import { slotOffer, slotReservation, slotZone } from "@/db/schema/slot";
import type { SlotBook } from "@/server/domain/slot/slot-availability";
import { type SlotOffer, type SlotZone, slotKey } from "@/server/domain/slot/slot-schema";

type StoredZone = SlotZone & { readonly updatedAt: Date };
type StoredOffer = SlotOffer & { readonly createdAt: Date; readonly updatedAt: Date };

/** A project's zones and offers, without what is taken of them; zones in the order in which they were made. */
export async function loadSlotOffers(
  tx: Tx,
  organizationId: string,
  projectId: string,
): Promise<{ zones: StoredZone[]; offers: StoredOffer[] }> {
  const zones = await tx
    .select({ id: slotZone.id, name: slotZone.name, area: slotZone.area, updatedAt: slotZone.updatedAt })
    .from(slotZone)
    .where(and(eq(slotZone.organizationId, organizationId), eq(slotZone.projectId, projectId)))
    .orderBy(asc(slotZone.id));
  const offers = await tx
    .select({ offer: slotOffer })
    .from(slotOffer)
    .innerJoin(slotZone, and(eq(slotZone.organizationId, slotOffer.organizationId), eq(slotZone.id, slotOffer.zoneId)))
    .where(and(eq(slotOffer.organizationId, organizationId), eq(slotZone.projectId, projectId)))
    .orderBy(asc(slotOffer.fromSeconds), asc(slotOffer.toSeconds), asc(slotOffer.id));
  return { zones, offers: offers.map(({ offer: { organizationId: _, ...offer } }) => offer) };
}

/** The zones of all projects, each project's in the order in which they were made (index `slot_zone_project`). */
export async function listZones(
  tx: Tx,
  organizationId: string,
): Promise<(SlotZone & { readonly projectId: string })[]> {
  return tx
    .select({ id: slotZone.id, name: slotZone.name, area: slotZone.area, projectId: slotZone.projectId })
    .from(slotZone)
    .where(eq(slotZone.organizationId, organizationId))
    .orderBy(asc(slotZone.projectId), asc(slotZone.id));
}

/** What is taken of a project's slots on a range of days, by `slotKey` (index `slot_reservation_day`). */
export async function countTakenSlots(
  tx: Tx,
  organizationId: string,
  projectId: string,
  days: { readonly from: string; readonly to: string },
  now: Date,
): Promise<SlotBook["taken"]> {
  const rows = await tx
    .select({ offerId: slotReservation.offerId, date: slotReservation.date, taken: count() })
    .from(slotReservation)
    .innerJoin(
      slotOffer,
      and(eq(slotOffer.organizationId, slotReservation.organizationId), eq(slotOffer.id, slotReservation.offerId)),
    )
    .innerJoin(slotZone, and(eq(slotZone.organizationId, slotOffer.organizationId), eq(slotZone.id, slotOffer.zoneId)))
    .where(
      and(
        eq(slotReservation.organizationId, organizationId),
        eq(slotZone.projectId, projectId),
        between(slotReservation.date, days.from, days.to),
        takesRoomAt(now),
      ),
    )
    .groupBy(slotReservation.offerId, slotReservation.date);
  return new Map(rows.map(({ offerId, date, taken }) => [slotKey({ offerId, date }), taken]));
}

/** An offer with its project and that one's time zone. */
export async function findSlotOffer(tx: Tx, organizationId: string, offerId: string) {
  const [row] = await selectOffer(tx, organizationId, offerId);
  return row;
}

/** The same, and until the transaction ends nobody takes the offer away; whoever is about to is waited for. */
export async function holdSlotOffer(tx: Tx, organizationId: string, offerId: string) {
  const [row] = await selectOffer(tx, organizationId, offerId).for("key share", { of: slotOffer });
  return row;
}

function selectOffer(tx: Tx, organizationId: string, offerId: string) {
  return tx
    .select({ offer: slotOffer, projectId: project.id, timeZone: project.timeZone })
    .from(slotOffer)
    .innerJoin(slotZone, and(eq(slotZone.organizationId, slotOffer.organizationId), eq(slotZone.id, slotOffer.zoneId)))
    .innerJoin(project, and(eq(project.organizationId, slotZone.organizationId), eq(project.id, slotZone.projectId)))
    .where(and(eq(slotOffer.organizationId, organizationId), eq(slotOffer.id, offerId)));
}

/** The rule `takesRoom`, for the database. */
export function takesRoomAt(now: Date) {
  return or(
    eq(slotReservation.status, "confirmed"),
    and(eq(slotReservation.status, "held"), gt(slotReservation.expiresAt, now)),
  );
}
