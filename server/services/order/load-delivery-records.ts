import "server-only";
import type { Tx } from "@/db/client";
import { loadDeliveryServings } from "@/db/queries/order/delivery-servings";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import { listProjectZones } from "@/db/queries/project/find-project";
import type { DeliveryRecord } from "./delivery-record";

/** Deliveries with who brings them, in the order asked for; those that are not there are left out. */
export async function loadDeliveryRecords(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
): Promise<DeliveryRecord[]> {
  // Asked together: the connection sends them one after the other without waiting, and answers once.
  const [loaded, served, projects] = await Promise.all([
    loadDeliveries(tx, organizationId, ids),
    loadDeliveryServings(tx, organizationId, ids),
    listProjectZones(tx, organizationId),
  ]);
  const deliveries = new Map(loaded.map((each) => [each.id, each]));
  const servings = new Map(served.map((each) => [each.deliveryId, each]));
  const zones = new Map(projects.map(({ id, timeZone }) => [id, timeZone]));
  return ids.flatMap((id) => {
    const delivery = deliveries.get(id);
    const timeZone = delivery && zones.get(delivery.projectId);
    return delivery && timeZone ? [{ delivery, timeZone, serving: servings.get(id) ?? null }] : [];
  });
}
