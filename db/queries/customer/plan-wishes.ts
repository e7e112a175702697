import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { delivery, deliveryVisit } from "@/db/schema/delivery";
import { plan } from "@/db/schema/plan";
import { customerWish } from "@/db/schema/tracking";

/** What customers ask for at the doors of a plan's day, on a route or not (index `delivery_day`). */
export async function listPlanWishes(tx: Tx, organizationId: string, planId: string) {
  return tx
    .select({
      visitId: customerWish.visitId,
      instructions: customerWish.instructions,
      safePlace: customerWish.safePlace,
      safePlaceDetail: customerWish.safePlaceDetail,
    })
    .from(plan)
    .innerJoin(
      delivery,
      and(
        eq(delivery.organizationId, plan.organizationId),
        eq(delivery.projectId, plan.projectId),
        eq(delivery.serviceDate, plan.date),
      ),
    )
    .innerJoin(
      deliveryVisit,
      and(eq(deliveryVisit.organizationId, delivery.organizationId), eq(deliveryVisit.deliveryId, delivery.id)),
    )
    .innerJoin(
      customerWish,
      and(eq(customerWish.organizationId, deliveryVisit.organizationId), eq(customerWish.visitId, deliveryVisit.id)),
    )
    .where(
      and(
        eq(plan.organizationId, organizationId),
        eq(plan.id, planId),
        sql`(${customerWish.instructions} <> '' or ${customerWish.safePlace} is not null)`,
      ),
    );
}
