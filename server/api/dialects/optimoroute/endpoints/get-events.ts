import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { type DriverEvent, type DriverEventType, readDriverEvents } from "@/server/services/event/read-driver-events";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { type FoundDoor, findDoors } from "@/server/services/order/find-doors";
import { readDoorStates } from "@/server/services/order/read-door-states";
import { positionAt } from "../map/from-completion";
import { orderNoOf } from "../map/from-record";
import { fromInstant } from "../map/time";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import { MOST_AT_ONCE, positionSchema, timeSchema } from "../wire/common";
import { idOf } from "./find-orders";

const EVENT_NAMES = [
  "on_duty",
  "off_duty",
  "start_service",
  "success",
  "failed",
  "rejected",
  "start_route",
  "end_route",
  "start_time_changed",
] as const;

const eventSchema = timeSchema.extend({
  event: z.enum(EVENT_NAMES),
  driverName: z.string().optional(),
  driverSerial: z.string().optional(),
  driverExternalId: z.string().optional(),
  orderNo: z.string().optional(),
  orderId: z.string().optional(),
  id: z.string().optional().describe("As orderId."),
  position: positionSchema.optional(),
});

const NAMES: Readonly<Record<Exclude<DriverEventType, "stop.completed">, (typeof EVENT_NAMES)[number]>> = {
  "driver.checked-in": "on_duty",
  "driver.checked-out": "off_duty",
  "route.checked-in": "on_duty",
  "route.checked-out": "off_duty",
  "route.started": "start_route",
  "route.finished": "end_route",
  "stop.arrived": "start_service",
  "delivery.declined": "rejected",
};

export const getEvents = endpoint({
  method: "get",
  path: "/get_events",
  id: "getEvents",
  tag: "Events",
  summary: "What drivers have done since, 500 at a time",
  description: "In the order in which it was heard of. The same tag is answered while there is nothing new.",
  scope: "plans:read",
  query: z.object({ after_tag: z.string().max(200).default("") }),
  answers: said(
    z.object({
      success: z.literal(true),
      events: z.array(eventSchema),
      tag: z.string(),
      remainingEvents: z.int(),
    }),
    "What is new, and the tag to ask with next.",
  ),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, query }) => {
    const read = await readDriverEvents(services, { afterSeq: seqOf(query.after_tag), limit: MOST_AT_ONCE });
    const events = await sayEvents(services, read.events);
    return {
      status: 200,
      body: { success: true, events, tag: tagOf(read.lastSeq), remainingEvents: read.remaining },
    };
  },
});

/** An entry of the log as a tag; what is none of ours is the beginning. */
function tagOf(seq: number): string {
  return Buffer.from(`seq:${seq}`).toString("base64url");
}

function seqOf(tag: string): number | null {
  const seq = /^seq:(\d{1,15})$/.exec(Buffer.from(tag, "base64url").toString())?.[1];
  return seq === undefined ? null : Number(seq);
}

async function sayEvents(services: ServiceContext, events: readonly DriverEvent[]) {
  const deliveryIds = [...new Set(events.flatMap(({ deliveryId }) => deliveryId ?? []))];
  const visitIds = [...new Set(events.flatMap(({ visitId }) => visitId ?? []))];
  const { found } = await findDoors(services, { doors: deliveryIds.map((id) => ({ id })) });
  const states = new Map((await readDoorStates(services, { visitIds })).map((each) => [each.visitId, each]));
  const byDelivery = new Map(deliveryIds.map((id, index) => [id, found[index]![0]]));
  return events.map((event): z.output<typeof eventSchema> => {
    const record = event.deliveryId === null ? undefined : byDelivery.get(event.deliveryId)?.record;
    const visit = record?.delivery.visits.find(({ id }) => id === event.visitId);
    const door = record && { record, role: visit?.role ?? (record.delivery.input.dropoff ? "dropoff" : "pickup") };
    const state = states.get(event.visitId ?? "");
    const at = event.type === "stop.arrived" ? state?.arrivedAt : ofAct(state?.completion, event.opId);
    const position = state && positionAt(at ?? null, event.occurredAtMs, state);
    return {
      event: event.type === "stop.completed" ? outcomeOf(event) : NAMES[event.type],
      ...fromInstant(event.occurredAtMs, event.timeZone),
      ...(event.driver && { driverName: event.driver.name }),
      ...(event.driver?.serial && { driverSerial: event.driver.serial }),
      ...(event.driver?.externalId && { driverExternalId: event.driver.externalId }),
      ...(door && sayOrder(door as FoundDoor)),
      ...(position && { position }),
    };
  });
}

function sayOrder(door: FoundDoor) {
  const id = idOf(door);
  // The document's table has one name for it, an example the other.
  return { orderNo: orderNoOf({ delivery: door.record.delivery, role: door.role }), orderId: id, id };
}

function outcomeOf({ outcome }: DriverEvent): "success" | "failed" {
  return outcome === "delivered" || outcome === "partial" ? "success" : "failed";
}

/** Where an act that ended a visit was made, while none has taken its place. */
function ofAct<T extends { readonly opId: string; readonly position: unknown }>(
  completion: T | null | undefined,
  opId: string | null,
): T["position"] | null {
  return completion && completion.opId === opId ? completion.position : null;
}
