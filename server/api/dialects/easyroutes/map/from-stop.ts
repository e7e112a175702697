import { outwardStatus } from "@/server/domain/order/outward-status";
import type { RouteRecord, RouteStopRecord } from "@/server/services/route/read-route-records";
import { dress } from "../ids";
import type { DeliveryStatusWire, RouteStopWire } from "../wire/route";
import { type Extension, extensionOf } from "./extension";
import { coordinatesOf, sayDoor, sayOrder } from "./from-delivery";
import { durationOf, instantOf } from "./instant";
import { attemptedReasonOf, deliveryStatusOf } from "./status";
import { tasksOfStop } from "./task";

const SHOPIFY = /^shopify$/i;
const INT64 = /^\d{1,19}$/;

/** How a stop of a route stands; what its client said of it holds until its driver has said more. */
export function statusOfStop(stop: RouteStopRecord, route: Pick<RouteRecord, "id" | "status">): DeliveryStatusWire {
  const { delivery } = stop.record;
  const status = deliveryStatusOf(outwardStatus(delivery.status, { routeStatus: route.status }), stop.runStatus);
  const { said } = extensionOf(delivery.input.extensions);
  const isWaiting = status === "READY_FOR_DELIVERY" && said?.routeId === route.id;
  return isWaiting && said.status === "OUT_FOR_DELIVERY" ? said.status : status;
}

/** A stop of a route as this API says it. */
export function fromStop(stop: RouteStopRecord, route: RouteRecord): RouteStopWire {
  const { visitId, role, record, completion } = stop;
  const { input, visits } = record.delivery;
  const extension = extensionOf(input.extensions);
  const visit = input[role]!;
  const order = sayOrder(input, extension.sent);
  const door = sayDoor(visit, extension);
  const at = visits.find(({ id }) => id === visitId)?.position;
  const deliveryStatus = statusOfStop(stop, route);
  return {
    id: dress("stop", visitId),
    type: input.kind === "task" ? "TASK" : role === "pickup" ? "PICKUP" : "DELIVERY",
    deliveryStatus,
    ...updatedAt(stop, route),
    ...order,
    ...sourceOf(stop, extension),
    ...door,
    duration: door.duration ?? durationOf(visit.serviceSeconds),
    plannedArrival: instantOf(route.midnightMs + stop.arriveSeconds * 1000),
    ...arrivalOf(stop),
    ...(at && { plannedCoordinates: coordinatesOf(at) }),
    ...(completion?.position && { deliveredCoordinates: coordinatesOf(completion.position) }),
    priority: order.priority ?? 0,
    distanceMeters: stop.legMeters,
    tasks: tasksOfStop({ visitId, tasks: visit.tasks, completion }, extension.sent?.tasks),
    ...proofOf(stop, deliveryStatus),
    ...(deliveryStatus === "DELIVERED" && ratingOf(stop)),
  };
}

/** Only what changes how it stands counts. */
function updatedAt({ completion, departedMs }: RouteStopRecord, { startedMs }: RouteRecord) {
  const at = completion?.atMs ?? departedMs ?? startedMs;
  return at === null ? {} : { updatedAt: instantOf(at) };
}

function arrivalOf({ completion, arrivedMs, expectedMs }: RouteStopRecord) {
  const at = completion ? (arrivedMs ?? completion.atMs) : (arrivedMs ?? expectedMs);
  return at === null ? {} : { updatedArrival: instantOf(at) };
}

function sourceOf({ record, deliveryId }: RouteStopRecord, { sent }: Extension) {
  const { source, sourceId, notes } = record.delivery.input;
  if (sent || !SHOPIFY.test(source) || !INT64.test(sourceId)) {
    return { source: "IMPORTED_STOP" as const, importedStopId: dress("delivery", deliveryId) };
  }
  return {
    source: "SHOPIFY_ORDER" as const,
    shopifyOrderId: sourceId,
    shopifyOrder: { orderNote: notes, customerNote: "" },
  };
}

function proofOf({ evidence, completion }: RouteStopRecord, status: DeliveryStatusWire) {
  const attachments = (isSignature: boolean) =>
    evidence.files
      .filter(({ kind }) => (kind === "signature") === isSignature)
      .map(({ id, storedAt, url }) => ({ id: dress("attachment", id), createdAt: instantOf(storedAt), url }));
  const isAttempted = status === "ATTEMPTED_DELIVERY";
  const note = evidence.notes || completion?.note;
  return {
    proofOfDeliveryPhotos: attachments(false),
    proofOfDeliverySignatures: attachments(true),
    ...(!isAttempted && note && { proofOfDeliveryNote: note }),
    ...(isAttempted && { attemptedReason: attemptedReasonOf(completion?.reason ?? null) }),
    ...(isAttempted && note && { attemptedNote: note }),
  };
}

function ratingOf({ stars, comment, ratedMs }: RouteStopRecord) {
  if (stars === null || ratedMs === null) return {};
  return { customerRating: { rating: stars, comment: comment ?? "", createdAt: instantOf(ratedMs) } };
}
