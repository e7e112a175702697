import "server-only";
import type { WebhookMessage } from "@/server/domain/webhook/webhook-topic";
import { readDriver } from "@/server/services/fleet/read-driver";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { readDeliveryRecords } from "@/server/services/order/read-delivery-records";
import { readOrganization } from "@/server/services/organization/read-organization";
import type { WebhookFormat } from "@/server/services/webhook/webhook-format";
import { eventId } from "./ids";
import { fromDriver } from "./map/driver";
import { fromDelivery } from "./map/from-delivery";
import { aboutOf, fromMessage, headersOf, OFFERED_TOPICS } from "./map/webhook";
import { showRoutes } from "./show-routes";

/** How this API writes to its subscribers: what has changed, whole, as it is when it is first sent. */
export const webhookFormat: WebhookFormat = {
  topics: OFFERED_TOPICS,
  name: eventId,
  body: async (message, { id, services }) => {
    const { slug } = await readOrganization(services, {});
    const payload = await payloadOf(message, services);
    return JSON.stringify(fromMessage(message, id, { organization: slug, payload }));
  },
  headers: headersOf,
};

/** Empty as well of what is gone by now. */
async function payloadOf(message: WebhookMessage, services: ServiceContext): Promise<object> {
  const { payload } = aboutOf(message);
  const { routeId, driverId, deliveryId } = message;
  if (payload === "route" && routeId !== null) return (await showRoutes(services, [routeId]))[0] ?? {};
  if (payload === "driver" && driverId !== null) {
    const { driver } = await readDriver(services, { id: driverId });
    return fromDriver(driver);
  }
  if (payload === "imported-stop" && deliveryId !== null) {
    const { records } = await readDeliveryRecords(services, { ids: [deliveryId] });
    return records[0] ? fromDelivery(records[0]) : {};
  }
  return {};
}
