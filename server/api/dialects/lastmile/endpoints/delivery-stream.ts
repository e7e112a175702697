import "server-only";
import type { z } from "zod";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import { type Call, endpoint } from "@/server/api/kernel/endpoint";
import type { StreamedMessage } from "@/server/api/kernel/event-stream";
import { outwardStatus } from "@/server/domain/order/outward-status";
import { streamEvents } from "@/server/realtime/event-stream";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { noSuch } from "@/server/services/kernel/service-error";
import { readDeliveryRecord } from "@/server/services/order/read-delivery-record";
import { dress, idOf } from "../ids";
import { said } from "../map/door";
import { fromEvent } from "../map/from-event";
import { deliveryStreamQuerySchema, deliveryStreamSchema } from "../wire/stream";
import { deliveryParams } from "./read-deliveries";
import { streamed } from "./streamed";

/** What a customer may hear of: what changes where his delivery stands, and nothing of who did it. */
const FOR_CUSTOMERS: ReadonlySet<string> = new Set([
  "delivery.changed",
  "stop.departed",
  "stop.arrived",
  "stop.completed",
]);

export const streamDelivery = endpoint({
  method: "get",
  path: "/streams/deliveries/{deliveryId}",
  id: "streamDelivery",
  tag: "Tracking",
  summary: "What happens to a delivery, as server-sent events",
  description:
    "First `snapshot`, then one event for each thing that happens, named after it. Last-Event-ID resumes. A customer shows the " +
    "delivery's tracking number as `token` instead of a bearer, and hears less.",
  credentials: ["key"],
  isForGuests: true,
  scope: "deliveries:read",
  params: deliveryParams,
  query: deliveryStreamQuerySchema,
  answers: { 200: { description: "Until somebody hangs up.", schema: deliveryStreamSchema, isStream: true } },
  refusals: [400, 404],
  run: async (call) => {
    const { access, lastEventId = null } = call;
    const { services, id, isGuest } = await seenBy(call);
    await readDeliveryRecord(services, { id });
    const { organizationId } = services.actor;
    return streamed(call, isGuest ? `delivery ${id}` : services.actor.id!, async function* (signal) {
      let isFirst = true;
      for await (const batch of streamEvents(access.events(), organizationId, lastEventId, signal)) {
        if (isFirst || batch.isResync) {
          yield await snapshot(services, id, isFirst ? (lastEventId ?? batch.lastSeq) : batch.lastSeq);
        }
        isFirst = false;
        const isAtDoors = batch.events.some(({ entity }) => entity === "stop");
        const doors = isAtDoors ? await doorsOf(services, id) : NO_DOORS;
        for (const event of batch.events) {
          const isAbout =
            (event.entity === "delivery" && event.entityId === id) ||
            (event.entity === "stop" && doors.has(event.entityId));
          if (!isAbout || (isGuest && !FOR_CUSTOMERS.has(event.type))) continue;
          const { actor, correlation_id, reason, ...entry } = fromEvent(event);
          const data = { delivery_id: dress("delivery", id), ...entry };
          yield { id: event.seq, event: event.type, data: isGuest ? data : { ...data, actor, correlation_id, reason } };
        }
      }
    });
  },
});

const NO_DOORS: ReadonlySet<string> = new Set();

async function doorsOf(services: ServiceContext, id: string): Promise<ReadonlySet<string>> {
  const { delivery } = await readDeliveryRecord(services, { id });
  return new Set(delivery.visits.map((visit) => visit.id));
}

type StreamCall = Call<z.output<typeof deliveryParams>, z.output<typeof deliveryStreamQuerySchema>, undefined>;

/** A program's own delivery, or the one whose tracking number a customer shows; another's is to him as if it were not there. */
async function seenBy({ access, services, params, query }: StreamCall) {
  // Whoever shows no token has no services, whatever the type of a call says.
  if (services as ServiceContext | undefined)
    return { services, id: idOf("delivery", params.deliveryId), isGuest: false };
  if (query.token === undefined) {
    const message = "Show a token: Authorization: Bearer …, or the tracking number as token.";
    throw new ApiRefusal("unauthenticated", message, {}, { "www-authenticate": 'Bearer realm="lastmile"' });
  }
  const tracked = await access.trackedBy(query.token.toUpperCase());
  if (!tracked) throw new ApiRefusal("unauthenticated", "This token opens nothing.");
  if (tracked.deliveryId !== idOf("delivery", params.deliveryId)) throw noSuch("delivery");
  return { services: tracked.services, id: tracked.deliveryId, isGuest: true };
}

async function snapshot(services: ServiceContext, id: string, seq: number): Promise<StreamedMessage> {
  const { delivery, serving } = await readDeliveryRecord(services, { id });
  const data = {
    delivery_id: dress("delivery", id),
    status: outwardStatus(delivery.status, serving),
    eta: serving && said(new Date(serving.etaMs)),
    stops_before: serving?.stopsBefore ?? null,
    timestamp: said(services.ports.clock.now()),
  };
  return { id: seq, event: "snapshot", data };
}
