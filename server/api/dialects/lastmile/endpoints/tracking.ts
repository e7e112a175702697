import "server-only";
import { z } from "zod";
import { endpoint, openEndpoint } from "@/server/api/kernel/endpoint";
import { TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { outwardStatus } from "@/server/domain/order/outward-status";
import { progressPercent } from "@/server/domain/order/progress-percent";
import { noSuch } from "@/server/services/kernel/service-error";
import { listDeliveryTimeline } from "@/server/services/order/list-delivery-timeline";
import { readDeliveryRecord } from "@/server/services/order/read-delivery-record";
import { readDensity } from "@/server/services/order/read-density";
import { readDriverPosition } from "@/server/services/position/read-driver-position";
import { seenDoor } from "@/server/services/tracking/read-tracking";
import { readTrackings } from "@/server/services/tracking/read-trackings";
import { dress, idOf } from "../ids";
import { said } from "../map/door";
import { fromEvent } from "../map/from-event";
import { pageOfSeq, seqOfPage } from "../map/page-number";
import {
  driverLocationSchema,
  heatmapQuerySchema,
  heatmapSchema,
  liveSchema,
  publicTrackQuerySchema,
  publicTrackSchema,
  timelineQuerySchema,
  timelineSchema,
} from "../wire/tracking";
import { deliveryParams, lastLocation } from "./read-deliveries";

/** The area everything is in. */
const EVERYWHERE = "default";
const TAG = "Tracking";

export const getLive = endpoint({
  method: "get",
  path: "/deliveries/{deliveryId}/live",
  id: "getLiveDelivery",
  tag: TAG,
  summary: "Where a delivery stands now: status, driver, expected arrival, progress",
  scope: "deliveries:read",
  params: deliveryParams,
  answers: { 200: { description: "As it stands.", schema: liveSchema } },
  refusals: [404],
  run: async ({ services, params }) => {
    const id = idOf("delivery", params.deliveryId);
    const { delivery, serving } = await readDeliveryRecord(services, { id });
    const isOver = TERMINAL_DELIVERY_STATUSES.includes(delivery.status);
    const body = {
      delivery_id: dress("delivery", id),
      status: outwardStatus(delivery.status, serving),
      driver_id: serving && dress("driver", serving.driverId),
      driver_location: isOver ? null : lastLocation(serving),
      eta: serving && !isOver ? said(new Date(serving.etaMs)) : null,
      stops_before: isOver ? null : (serving?.stopsBefore ?? null),
      progress_pct: progressPercent(delivery.status, serving),
      updated_at: said(new Date(delivery.updatedAt)),
    };
    return { status: 200, body };
  },
});

export const getTimeline = endpoint({
  method: "get",
  path: "/deliveries/{deliveryId}/timeline",
  id: "getDeliveryTimeline",
  tag: TAG,
  summary: "All that happened to a delivery and at its doors, newest first",
  scope: "deliveries:read",
  params: deliveryParams,
  query: timelineQuerySchema,
  answers: { 200: { description: "A page.", schema: timelineSchema } },
  refusals: [400, 404],
  run: async ({ services, params, query }) => {
    const { cursor, limit } = query;
    const beforeSeq = seqOfPage(cursor);
    const id = idOf("delivery", params.deliveryId);
    const { events, nextSeq } = await listDeliveryTimeline(services, { id, beforeSeq, limit });
    return { status: 200, body: { items: events.map(fromEvent), next_cursor: pageOfSeq(nextSeq) } };
  },
});

export const getDriverLocation = endpoint({
  method: "get",
  path: "/drivers/{driverId}/location",
  id: "getDriverLocation",
  tag: TAG,
  summary: "Where a driver was last, and when",
  scope: "plans:read",
  params: z.object({ driverId: z.string().max(100) }),
  answers: { 200: { description: "His last known location.", schema: driverLocationSchema } },
  refusals: [404],
  run: async ({ services, params }) => {
    const driverId = idOf("driver", params.driverId);
    const seen = await readDriverPosition(services, { driverId });
    const location = seen && {
      lat: seen.lat,
      lon: seen.lng,
      timestamp: said(seen.recordedAt),
      accuracy_meters: seen.accuracyMeters,
    };
    const body = {
      driver_id: dress("driver", driverId),
      location,
      speed_mps: seen?.speedMps ?? null,
      heading: seen?.headingDegrees ?? null,
      battery_pct: seen?.batteryPercent ?? null,
      received_at: seen && said(seen.receivedAt),
    };
    return { status: 200, body };
  },
});

export const getHeatmap = endpoint({
  method: "get",
  path: "/areas/{areaId}/heatmap",
  id: "getAreaHeatmap",
  tag: TAG,
  summary: "How dense open deliveries and drivers are, in squares",
  description: "The area `default` is everywhere; only there drivers are counted outside squares with deliveries.",
  scope: "deliveries:read",
  params: z.object({ areaId: z.string().max(100) }),
  query: heatmapQuerySchema,
  answers: { 200: { description: "The fullest squares first.", schema: heatmapSchema } },
  refusals: [400, 404],
  run: async ({ services, params: { areaId }, query: { cell_degrees: degrees } }) => {
    if (areaId.trim() === "") throw noSuch("zone");
    const cells = await readDensity(services, { area: areaId === EVERYWHERE ? null : areaId, degrees });
    const body = {
      area_id: areaId,
      cell_degrees: degrees,
      active_deliveries: cells.reduce((sum, { deliveries }) => sum + deliveries, 0),
      cells: cells.map(({ lat, lng, deliveries, drivers }) => ({ lat, lon: lng, deliveries, drivers })),
    };
    return { status: 200, body };
  },
});

export const trackPublicly = openEndpoint({
  method: "get",
  path: "/public/track",
  id: "trackPublicly",
  tag: TAG,
  summary: "What a customer may know of his delivery",
  description: "Whoever has the tracking number may ask. No name, number or street, and a van only as the policy says.",
  query: publicTrackQuerySchema,
  answers: { 200: { description: "As his page says it.", schema: publicTrackSchema } },
  refusals: [400, 404],
  run: async ({ access, query }) => {
    const found = await access.trackedBy(query.tracking_number.toUpperCase());
    if (!found) throw noSuch("delivery");
    const { services, deliveryId } = found;
    const { delivery } = await readDeliveryRecord(services, { id: deliveryId });
    const door = delivery.visits.find(({ role }) => role === "dropoff") ?? delivery.visits[0];
    const [told] = door ? await readTrackings(services, { doors: [{ visitId: door.id, view: null }] }) : [];
    if (!told) throw noSuch("delivery");
    const scope = TERMINAL_DELIVERY_STATUSES.includes(delivery.status) ? "status" : "page";
    const { page, brand } = seenDoor(told, { scope, language: "en" });
    const window = told.arrival.told;
    const van = page.map && { lat: page.map.van.lat, lon: page.map.van.lng };
    const body = {
      tracking_number: delivery.trackingCode,
      status: delivery.status,
      state: page.state,
      message: page.lines.state,
      lateness: page.lines.lateness,
      window: window && { from: said(new Date(window.fromMs)), to: said(new Date(window.toMs)) },
      stops_before: page.stopsBefore,
      van,
      sender: brand.sender,
    };
    return { status: 200, body };
  },
});
