import "server-only";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { delivery } from "@/db/schema/delivery";

/** The delivery of a tracking code (index `delivery_tracking_code`). Outside any tenant: it decides the tenant. */
export async function findDeliveryByTrackingCode(
  database: Database,
  code: string,
): Promise<{ readonly organizationId: string; readonly deliveryId: string } | undefined> {
  const [row] = await database.orm
    .select({ organizationId: delivery.organizationId, deliveryId: delivery.id })
    .from(delivery)
    .where(eq(delivery.trackingCode, code));
  return row;
}
