import "server-only";
import { and, asc, count, eq, gt, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { delivery, deliveryVisit } from "@/db/schema/delivery";
import { plan } from "@/db/schema/plan";
import { proof } from "@/db/schema/proof";
import { slotReservation } from "@/db/schema/slot";
import { customerWish, deliveryRating, identityTry } from "@/db/schema/tracking";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { LocalWindow } from "@/server/domain/time/local-window";
import type { CustomerWish } from "@/server/domain/tracking/customer-wish";

/** A customer's door as an act of his needs it; null where there is none. */
export interface ActDoor extends Record<string, unknown> {
  readonly deliveryId: string;
  readonly status: DeliveryStatus;
  /** Who has it instead of a route of ours. */
  readonly partnerId: string | null;
  readonly projectId: string;
  readonly timeZone: string;
  readonly serviceDate: string | null;
  readonly windows: readonly LocalWindow[];
  /** The plan whose route it is on. */
  readonly planId: string | null;
  readonly postcode: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly phone: string;
}

/** One door (indices of the primary keys and `stop_visit`). */
export async function findActDoor(tx: Tx, organizationId: string, visitId: string): Promise<ActDoor | undefined> {
  const [row] = await tx.execute<ActDoor>(sql`
    select d.id as "deliveryId", d.status, d.partner_id as "partnerId", d.project_id as "projectId", pr.time_zone as "timeZone",
      d.service_date::text as "serviceDate", v.windows, s.plan_id as "planId", l.postcode, l.lat, l.lng,
      v.contact_phone as phone
    from delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    join project pr on pr.organization_id = d.organization_id and pr.id = d.project_id
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    where v.organization_id = ${organizationId} and v.id = ${visitId}`);
  return row;
}

/** A door's wish with how often it was changed. Read under the lock of telling where it is to be changed. */
export async function findWish(tx: Tx, organizationId: string, visitId: string) {
  const [row] = await tx
    .select()
    .from(customerWish)
    .where(and(eq(customerWish.organizationId, organizationId), eq(customerWish.visitId, visitId)));
  return row;
}

export async function putWish(
  tx: Tx,
  organizationId: string,
  visitId: string,
  wish: CustomerWish,
  now: Date,
): Promise<void> {
  const set = { ...wish, updatedAt: now };
  await tx
    .insert(customerWish)
    .values({ organizationId, visitId, ...set, changes: 1 })
    .onConflictDoUpdate({
      target: [customerWish.organizationId, customerWish.visitId],
      set: { ...set, changes: sql`${customerWish.changes} + 1` },
    });
}

/** A delivery's rating, however it got there. */
export async function findRating(tx: Tx, organizationId: string, deliveryId: string) {
  const [row] = await tx
    .select()
    .from(deliveryRating)
    .where(and(eq(deliveryRating.organizationId, organizationId), eq(deliveryRating.deliveryId, deliveryId)));
  return row;
}

/** Saves a rating where there is none; false: there is one, and it stays. */
export async function insertRating(tx: Tx, row: typeof deliveryRating.$inferInsert): Promise<boolean> {
  const saved = await tx
    .insert(deliveryRating)
    .values(row)
    .onConflictDoNothing()
    .returning({ deliveryId: deliveryRating.deliveryId });
  return saved.length > 0;
}

/** Answers to a door's identity check that did not fit, since an instant and in all (index `identity_try_visit`). */
export async function countIdentityTries(tx: Tx, organizationId: string, visitId: string, since: Date) {
  const [row] = await tx
    .select({ inAll: count(), lately: sql<number>`(count(*) filter (where ${gt(identityTry.createdAt, since)}))::int` })
    .from(identityTry)
    .where(and(eq(identityTry.organizationId, organizationId), eq(identityTry.visitId, visitId)));
  return row!;
}

export async function insertIdentityTry(tx: Tx, row: typeof identityTry.$inferInsert): Promise<void> {
  await tx.insert(identityTry).values(row);
}

/** A door's good pictures, those of its last try, in the order in which they were taken (index `proof_route`). */
export async function listDoorPictures(tx: Tx, organizationId: string, visitId: string) {
  const lastRoute = sql`(select route_id from stop_run where organization_id = ${organizationId}
    and visit_id = ${visitId} order by updated_at desc limit 1)`;
  return tx
    .select({ id: proof.id, kind: proof.kind, contentType: proof.contentType })
    .from(proof)
    .where(
      and(
        eq(proof.organizationId, organizationId),
        sql`${proof.routeId} = ${lastRoute}`,
        sql`${visitId}::uuid = any(${proof.visitIds})`,
        eq(proof.status, "verified"),
        sql`${proof.clearedAt} is null`,
      ),
    )
    .orderBy(asc(proof.takenAt), asc(proof.id));
}

/** The place in a slot that a delivery has for good, the newest (index `slot_reservation_delivery`). */
export async function findDeliverySlot(tx: Tx, organizationId: string, deliveryId: string) {
  const rows = await tx
    .select()
    .from(slotReservation)
    .where(
      and(
        eq(slotReservation.organizationId, organizationId),
        eq(slotReservation.deliveryId, deliveryId),
        eq(slotReservation.status, "confirmed"),
      ),
    )
    .orderBy(asc(slotReservation.id));
  return rows.at(-1);
}

/** Puts a delivery on another day, and one door of it into a window there. The caller holds the delivery. */
export async function moveToDay(
  tx: Tx,
  organizationId: string,
  moved: { readonly deliveryId: string; readonly visitId: string; readonly date: string; readonly window: LocalWindow },
  now: Date,
): Promise<void> {
  await tx
    .update(delivery)
    .set({ serviceDate: moved.date, version: sql`${delivery.version} + 1`, updatedAt: now })
    .where(and(eq(delivery.organizationId, organizationId), eq(delivery.id, moved.deliveryId)));
  await tx
    .update(deliveryVisit)
    .set({ windows: [moved.window] })
    .where(and(eq(deliveryVisit.organizationId, organizationId), eq(deliveryVisit.id, moved.visitId)));
}

/** A project's plans of some days, in the order of ids, in which they are held. */
export async function listPlansOfDays(tx: Tx, organizationId: string, projectId: string, dates: readonly string[]) {
  return tx
    .select({ id: plan.id, date: plan.date, status: plan.status })
    .from(plan)
    .where(and(eq(plan.organizationId, organizationId), eq(plan.projectId, projectId), inArray(plan.date, [...dates])))
    .orderBy(asc(plan.id));
}
