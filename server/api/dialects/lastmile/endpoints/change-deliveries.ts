import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { noSuch, ServiceError } from "@/server/services/kernel/service-error";
import { cancelDeliveries } from "@/server/services/order/cancel-deliveries";
import { editDelivery } from "@/server/services/order/edit-delivery";
import { previewCancellation } from "@/server/services/order/preview-cancellation";
import { readDeliveryRecord } from "@/server/services/order/read-delivery-record";
import { rescheduleDelivery as reschedule } from "@/server/services/order/reschedule-delivery";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { dress, idOf } from "../ids";
import { toDay } from "../map/door";
import { fromDelivery } from "../map/from-delivery";
import { toDeliveryChanges } from "../map/to-delivery-draft";
import { isSecondLine } from "../wire/common";
import {
  cancelledSchema,
  cancelRequestSchema,
  type DeliveryAnswer,
  type DeliveryPatch,
  deliveryPatchSchema,
  deliverySchema,
  rescheduleRequestSchema,
} from "../wire/delivery";
import { deliveryParams } from "./read-deliveries";

const MOST_ATTEMPTS = 3;

export const patchDelivery = endpoint({
  method: "patch",
  path: "/deliveries/{deliveryId}",
  id: "patchDelivery",
  tag: "Deliveries",
  summary: "Change doors, windows, contacts or metadata",
  description: "Only while nobody is under way with it: afterwards 409.",
  scope: "deliveries:write",
  params: deliveryParams,
  body: deliveryPatchSchema,
  answers: { 200: { description: "As it is now.", schema: deliverySchema, hasVersion: true } },
  refusals: [400, 404, 409, 412, 413, 415, 422],
  run: async ({ services, params, body, expectedVersion }) => {
    const id = idOf("delivery", params.deliveryId);
    const home = await readHomeProject(services, {});
    const seen = expectedVersion ?? body.version;
    for (let attempt = 1; ; attempt++) {
      const record = await readDeliveryRecord(services, { id });
      const { delivery } = record;
      refuseLoneSecondLine(body, fromDelivery(record));
      const changes = toDeliveryChanges(body, delivery, home);
      // What is kept to be handed back is written whole: it must be of the version it was read in.
      const version = seen ?? delivery.version;
      try {
        await editDelivery(services, { id, version, changes });
        return answerWith(services, id);
      } catch (error) {
        const isOvertaken = error instanceof ServiceError && error.code === "stale" && seen === undefined;
        if (!isOvertaken || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  },
});

export const cancelDelivery = endpoint({
  method: "post",
  path: "/deliveries/{deliveryId}/cancel",
  id: "cancelDelivery",
  tag: "Deliveries",
  summary: "Cancel a delivery",
  description:
    "Says whether it worked and what is left to put right. A driver who has it on his route is told. Goods that are " +
    "aboard, or a stop that is made, keep it: `cancelled` is then false. One that is over is refused.",
  scope: "deliveries:write",
  params: deliveryParams,
  body: cancelRequestSchema,
  answers: { 200: { description: "What became of it.", schema: cancelledSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params, body }) => {
    const id = idOf("delivery", params.deliveryId);
    const before = await readDeliveryRecord(services, { id });
    const { routes } = await previewCancellation(services, { ids: [id] });
    const { verdicts } = await cancelDeliveries(services, {
      ids: [id],
      mutationId: services.ports.ids.newId(),
      reason: body?.reason ?? "",
      // A program has no preview to look at: what it asks for is what it means.
      confirmed: routes.map(({ routeId, version }) => ({ routeId, version })),
    });
    const [verdict] = verdicts;
    if (!verdict || verdict.reason === "unknown") throw noSuch("delivery");
    if (verdict.reason === "closed" || verdict.reason === "busy") {
      throw new ServiceError("refused", verdict.message ?? "", { reason: verdict.reason });
    }
    const { delivery } = await readDeliveryRecord(services, { id });
    const actions = reconcileActions(verdict.reason, before.serving !== null, body?.refund_hint);
    const cancelled = delivery.status === "cancelled";
    return {
      status: 200,
      body: { delivery_id: dress("delivery", id), cancelled, status: delivery.status, reconcile_actions: actions },
    };
  },
});

export const rescheduleDelivery = endpoint({
  method: "post",
  path: "/deliveries/{deliveryId}/reschedule",
  id: "rescheduleDelivery",
  tag: "Deliveries",
  summary: "Give a delivery another window",
  description:
    "It leaves the route it is on and waits to be planned; a driver who has it already is told. A `reservation_id` gives " +
    "it the slot's day and window, and makes that place its own.",
  scope: "deliveries:write",
  params: deliveryParams,
  body: rescheduleRequestSchema,
  answers: { 200: { description: "As it is now.", schema: deliverySchema, hasVersion: true } },
  refusals: [400, 404, 409, 412, 413, 415, 422],
  run: async ({ services, params, body, expectedVersion }) => {
    const id = idOf("delivery", params.deliveryId);
    const { timeZone } = await readDeliveryRecord(services, { id });
    await reschedule(services, {
      id,
      version: expectedVersion ?? body.version,
      to: body.reservation_id
        ? { reservationId: idOf("reservation", body.reservation_id) }
        : { ...toDay(body.window!, timeZone) },
      instructions: body.special_instructions,
      reason: body.reason,
    });
    return answerWith(services, id);
  },
});

/** A second line is one of an address that is there. */
function refuseLoneSecondLine(patch: DeliveryPatch, { pickup, dropoff }: DeliveryAnswer): void {
  const stands = { pickup: pickup?.address, dropoff: dropoff?.address };
  for (const role of ["pickup", "dropoff"] as const) {
    const address = patch[role]?.address;
    if (!address || !isSecondLine(address) || Object.keys(stands[role] ?? {}).length > 0) continue;
    const message = `${role}.address: needs line1, formatted, or a location, for there is none yet.`;
    throw new ServiceError("invalid", message, { reason: "invalid" });
  }
}

async function answerWith(services: ServiceContext, id: string) {
  const record = await readDeliveryRecord(services, { id });
  return { status: 200, body: fromDelivery(record), version: record.delivery.version };
}

/** What a cancellation leaves for others to do. */
function reconcileActions(reason: string | null, wasPlanned: boolean, refundHint: string | undefined) {
  const actions: { action: string; reason: string }[] = [];
  if (reason === "aboard") actions.push({ action: "return_goods", reason: "The goods are aboard the driver's van." });
  if (reason === "made")
    actions.push({ action: "contact_driver", reason: "The driver is there, or on the way there." });
  if (reason === null && wasPlanned) actions.push({ action: "restock_goods", reason: "It had been planned." });
  if (reason === null && refundHint) actions.push({ action: "refund", reason: refundHint });
  return actions;
}
