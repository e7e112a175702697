import "server-only";
import type { Tx } from "@/db/client";
import { loadDeliveryServings } from "@/db/queries/order/delivery-servings";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import { listProjects } from "@/db/queries/project/find-project";
import type { DeliveryRecord } from "./delivery-record";

/** Deliveries with who brings them, in the order asked for; those that are not there are left out. */
export async function loadDeliveryRecords(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
): Promise<DeliveryRecord[]> {
  const deliveries = new Map((await loadDeliveries(tx, organizationId, ids)).map((each) => [each.id, each]));
  const servings = new Map(
    (await loadDeliveryServings(tx, organizationId, ids)).map((each) => [each.deliveryId, each]),
  );
  const zones = new Map((await listProjects(tx, organizationId)).map(({ id, timeZone }) => [id, timeZone]));
  return ids.flatMap((id) => {
    const delivery = deliveries.get(id);
    const timeZone = delivery && zones.get(delivery.projectId);
    return delivery && timeZone ? [{ delivery, timeZone, serving: servings.get(id) ?? null }] : [];
  });
}
