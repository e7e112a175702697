import "server-only";
import { and, asc, eq, gte, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { delivery, deliveryItem, deliveryVisit } from "@/db/schema/delivery";
import { driverOp, stopRun } from "@/db/schema/execution";
import { driver, driverDay } from "@/db/schema/fleet";
import { location } from "@/db/schema/location";
import { plan, route } from "@/db/schema/plan";
import { proofReview } from "@/db/schema/proof";

export interface EvidenceScope {
  readonly projectId: string;
  /** Null: every day from `fromDate` on. */
  readonly date: string | null;
  readonly fromDate: string;
}

const MOST_ENDED = 5000;

/** Visits that have ended, with all that is known of them but pictures and items (indexes `plan_project_date`, `stop_run_plan`). */
export async function listEndedVisits(tx: Tx, organizationId: string, scope: EvidenceScope) {
  return endedVisits(
    tx,
    and(
      eq(stopRun.organizationId, organizationId),
      eq(plan.projectId, scope.projectId),
      scope.date === null ? gte(plan.date, scope.fromDate) : eq(plan.date, scope.date),
    ),
  );
}

/** One route's ended visits among these; pairs are few, so routes and visits are asked for side by side. */
export async function findEndedVisits(
  tx: Tx,
  organizationId: string,
  keys: readonly { readonly routeId: string; readonly visitId: string }[],
) {
  if (keys.length === 0) return [];
  const rows = await endedVisits(
    tx,
    and(
      eq(stopRun.organizationId, organizationId),
      inArray(stopRun.routeId, [...new Set(keys.map(({ routeId }) => routeId))]),
      inArray(stopRun.visitId, [...new Set(keys.map(({ visitId }) => visitId))]),
    ),
  );
  const asked = new Set(keys.map(({ routeId, visitId }) => `${routeId}/${visitId}`));
  return rows.filter(({ routeId, visitId }) => asked.has(`${routeId}/${visitId}`));
}

/** A delivery's ended visits, on whatever routes they were (index `stop_run_delivery`). */
export async function findEndedVisitsOf(tx: Tx, organizationId: string, deliveryId: string) {
  return endedVisits(tx, and(eq(stopRun.organizationId, organizationId), eq(stopRun.deliveryId, deliveryId)));
}

/** The same of many deliveries. */
export async function listEndedVisitsOf(tx: Tx, organizationId: string, deliveryIds: readonly string[]) {
  if (deliveryIds.length === 0) return [];
  return endedVisits(
    tx,
    and(eq(stopRun.organizationId, organizationId), inArray(stopRun.deliveryId, [...new Set(deliveryIds)])),
  );
}

export type EndedVisit = Awaited<ReturnType<typeof endedVisits>>[number];

function endedVisits(tx: Tx, where: SQL | undefined) {
  const same = (left: { organizationId: unknown }) => sql`${left.organizationId} = ${stopRun.organizationId}`;
  return tx
    .select({
      routeId: stopRun.routeId,
      visitId: stopRun.visitId,
      planId: stopRun.planId,
      deliveryId: stopRun.deliveryId,
      arrivedAt: stopRun.arrivedAt,
      completion: stopRun.completion,
      routeNumber: route.number,
      date: plan.date,
      timeZone: plan.timeZone,
      driverId: driver.id,
      driverName: driver.name,
      role: deliveryVisit.role,
      externalId: delivery.externalId,
      contactName: deliveryVisit.contactName,
      tasks: deliveryVisit.tasks,
      street: location.street,
      postcode: location.postcode,
      city: location.city,
      lat: location.lat,
      lng: location.lng,
      receivedAt: driverOp.receivedAt,
      skewSeconds: driverOp.skewSeconds,
      reviewOpId: proofReview.opId,
      reviewState: proofReview.state,
      reviewNote: proofReview.note,
      reviewedBy: proofReview.reviewedBy,
      reviewedAt: proofReview.reviewedAt,
    })
    .from(stopRun)
    .innerJoin(plan, and(same(plan), eq(plan.id, stopRun.planId)))
    .innerJoin(route, and(same(route), eq(route.id, stopRun.routeId)))
    .innerJoin(driverDay, and(same(driverDay), eq(driverDay.id, route.driverDayId)))
    .innerJoin(driver, and(same(driver), eq(driver.id, driverDay.driverId)))
    .innerJoin(deliveryVisit, and(same(deliveryVisit), eq(deliveryVisit.id, stopRun.visitId)))
    .innerJoin(delivery, and(same(delivery), eq(delivery.id, stopRun.deliveryId)))
    .innerJoin(location, and(same(location), eq(location.id, deliveryVisit.locationId)))
    .leftJoin(driverOp, and(same(driverOp), sql`${driverOp.id} = (${stopRun.completion} ->> 'opId')::uuid`))
    .leftJoin(
      proofReview,
      and(same(proofReview), eq(proofReview.routeId, stopRun.routeId), eq(proofReview.visitId, stopRun.visitId)),
    )
    .where(and(where, isNotNull(stopRun.completedAt)))
    .orderBy(asc(stopRun.completedAt), asc(stopRun.routeId), asc(stopRun.visitId))
    .limit(MOST_ENDED);
}

/** Deliveries' parcels in order. */
export async function listItemsOf(tx: Tx, organizationId: string, deliveryIds: readonly string[]) {
  if (deliveryIds.length === 0) return [];
  return tx
    .select({
      id: deliveryItem.id,
      deliveryId: deliveryItem.deliveryId,
      description: deliveryItem.description,
      barcode: deliveryItem.barcode,
      quantity: deliveryItem.quantity,
    })
    .from(deliveryItem)
    .where(
      and(
        eq(deliveryItem.organizationId, organizationId),
        sql`${deliveryItem.deliveryId} = any(${`{${deliveryIds.join(",")}}`}::uuid[])`,
      ),
    )
    .orderBy(asc(deliveryItem.deliveryId), asc(deliveryItem.position));
}

/** Puts a decision in the place of the last. */
export async function saveReviews(tx: Tx, rows: readonly (typeof proofReview.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(proofReview)
    .values([...rows])
    .onConflictDoUpdate({
      target: [proofReview.organizationId, proofReview.routeId, proofReview.visitId],
      set: {
        opId: sql`excluded.op_id`,
        state: sql`excluded.state`,
        note: sql`excluded.note`,
        reviewerId: sql`excluded.reviewer_id`,
        reviewedBy: sql`excluded.reviewed_by`,
        reviewedAt: sql`excluded.reviewed_at`,
      },
    });
}
