import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { listDeliveryRecords } from "@/server/services/order/list-delivery-records";
import { readDeliveryRecord } from "@/server/services/order/read-delivery-record";
import { idOf, undress } from "../ids";
import { said } from "../map/door";
import { fromDelivery, fromServing } from "../map/from-delivery";
import { fromEvent } from "../map/from-event";
import { pageOf } from "../wire/common";
import { deliveryQuerySchema, deliveryRecordSchema, deliverySchema } from "../wire/delivery";

export const deliveryParams = z.object({ deliveryId: z.string().max(100) });

export const getDelivery = endpoint({
  method: "get",
  path: "/deliveries/{deliveryId}",
  id: "getDelivery",
  tag: "Deliveries",
  summary: "A delivery with its assignments, telemetry and timeline",
  scope: "deliveries:read",
  params: deliveryParams,
  answers: { 200: { description: "The delivery.", schema: deliveryRecordSchema, hasVersion: true } },
  refusals: [404],
  run: async ({ services, params }) => {
    const id = idOf("delivery", params.deliveryId);
    const { timeline, ...record } = await readDeliveryRecord(services, { id, withTimeline: true });
    const assignment = fromServing(record.serving);
    const body = {
      ...fromDelivery(record),
      assignments: assignment ? [assignment] : [],
      telemetry: { location: lastLocation(record.serving) },
      timeline: timeline.map(fromEvent),
    };
    return { status: 200, body, version: record.delivery.version };
  },
});

export const listDeliveries = endpoint({
  method: "get",
  path: "/deliveries",
  id: "listDeliveries",
  tag: "Deliveries",
  summary: "Deliveries that meet everything asked, newest first",
  scope: "deliveries:read",
  query: deliveryQuerySchema,
  answers: { 200: { description: "A page.", schema: pageOf(deliverySchema) } },
  refusals: [400],
  run: async ({ services, query }) => {
    const { status, driver_id, partner_id, from, to, service_level, area, cursor, limit } = query;
    const driverId = driver_id === undefined ? undefined : undress("driver", driver_id);
    const partnerId = partner_id === undefined ? undefined : undress("partner", partner_id);
    // Nobody's id: it has no deliveries.
    const isNobodys = (driver_id && !driverId) || (partner_id && !partnerId);
    if (isNobodys) return { status: 200, body: { items: [], next_cursor: null } };
    const { records, nextCursor } = await listDeliveryRecords(services, {
      wanted: {
        ...(status && { statuses: status }),
        ...(service_level && { serviceLevel: service_level }),
        ...(area && area !== "default" && { area }),
        ...(driverId && { driverId }),
        ...(partnerId && { partnerId }),
        ...(from && { createdFrom: new Date(from) }),
        ...(to && { createdBefore: new Date(to) }),
      },
      cursor,
      limit,
    });
    return { status: 200, body: { items: records.map(fromDelivery), next_cursor: nextCursor } };
  },
});

export function lastLocation(serving: Awaited<ReturnType<typeof readDeliveryRecord>>["serving"]) {
  if (!serving || serving.lat === null || serving.lng === null || serving.positionAtMs === null) return null;
  return { lat: serving.lat, lon: serving.lng, timestamp: said(new Date(serving.positionAtMs)) };
}
