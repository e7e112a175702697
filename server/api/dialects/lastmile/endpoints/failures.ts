import "server-only";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import { endpoint } from "@/server/api/kernel/endpoint";
import { actOnExceptions } from "@/server/services/exception/act-on-exceptions";
import { createException } from "@/server/services/exception/create-exception";
import { retryDelivery as retry } from "@/server/services/exception/retry-delivery";
import { ServiceError } from "@/server/services/kernel/service-error";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { readDeliveryRecord } from "@/server/services/order/read-delivery-record";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { dress, idOf } from "../ids";
import { toDay } from "../map/door";
import { fromDelivery } from "../map/from-delivery";
import { toReturnDraft } from "../map/to-return-draft";
import { deliverySchema } from "../wire/delivery";
import { escalatedSchema, escalateRequestSchema, retryRequestSchema, returnRequestSchema } from "../wire/exception";
import { standingOf } from "./exceptions";
import { deliveryParams } from "./read-deliveries";

const TAG = "Exceptions";

export const retryDelivery = endpoint({
  method: "post",
  path: "/deliveries/{deliveryId}/retry",
  id: "retryDelivery",
  tag: TAG,
  summary: "Ask for a failed delivery once more",
  description:
    "It leaves the route it failed on and is scheduled for its new day, where it waits for a route. A `reservation_id` gives it the slot's day and window. Refused once it has been tried too often.",
  scope: "plans:write",
  params: deliveryParams,
  body: retryRequestSchema,
  answers: { 200: { description: "As it is now.", schema: deliverySchema, hasVersion: true } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params, body }) => {
    const id = idOf("delivery", params.deliveryId);
    const { timeZone } = await readDeliveryRecord(services, { id });
    const { serviceDate: date, windows } = body.window ? toDay(body.window, timeZone) : {};
    await retry(services, {
      deliveryId: id,
      ...(body.reservation_id ? { reservationId: idOf("reservation", body.reservation_id) } : { date: date!, windows }),
      instructions: body.special_instructions,
    });
    const record = await readDeliveryRecord(services, { id });
    return { status: 200, body: fromDelivery(record), version: record.delivery.version };
  },
});

export const scheduleReturn = endpoint({
  method: "post",
  path: "/returns/pickup",
  id: "scheduleReturn",
  tag: TAG,
  summary: "Have goods fetched and brought back",
  description: "A delivery of type `return`: from a delivery's own address, or from the pickup named.",
  scope: "deliveries:write",
  body: returnRequestSchema,
  answers: { 201: { description: "The return.", schema: deliverySchema, hasVersion: true } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const home = await readHomeProject(services, {});
    const of = body.delivery_id === undefined ? undefined : idOf("delivery", body.delivery_id);
    const delivered = of === undefined ? undefined : fromDelivery(await readDeliveryRecord(services, { id: of }));
    const draft = toReturnDraft(body, delivered, home);
    if (!draft) throw new ApiRefusal("meaningless", "This delivery has no door to fetch it from: name a pickup.");
    const { verdicts } = await createDeliveries(services, { projectId: home.id, mode: "create", deliveries: [draft] });
    const [verdict] = verdicts;
    if (!verdict || verdict.outcome === "refused") {
      throw new ServiceError("invalid", verdict?.message ?? "", { reason: "invalid" });
    }
    const record = await readDeliveryRecord(services, { id: verdict.deliveryId });
    return { status: 201, body: fromDelivery(record), version: record.delivery.version };
  },
});

export const escalateDelivery = endpoint({
  method: "post",
  path: "/deliveries/{deliveryId}/escalate",
  id: "escalateDelivery",
  tag: TAG,
  summary: "Hand a delivery to support, under their case",
  description: "It becomes an exception of the desk's inbox; one that is there already gets a note, or is escalated.",
  scope: "plans:write",
  params: deliveryParams,
  body: escalateRequestSchema,
  answers: { 200: { description: "Where it is seen to.", schema: escalatedSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params, body }) => {
    const deliveryId = idOf("delivery", params.deliveryId);
    const { case_id, priority, notes } = body;
    const note = [`Case ${case_id}`, notes].filter(Boolean).join(": ");
    const severity = priority === "high" ? "high" : "medium";
    const { id } = await createException(services, { type: "other", severity, note, deliveryId });
    const exceptionId = id ?? (await standingOf(services, deliveryId, "other"));
    if (id === null) {
      const act = priority === "high" ? { kind: "escalate" as const, note } : { kind: "note" as const, note };
      await actOnExceptions(services, { ids: [exceptionId], act });
    }
    const escalated = {
      delivery_id: dress("delivery", deliveryId),
      case_id,
      priority,
      exception_id: dress("exception", exceptionId),
      status: "escalated",
    };
    return { status: 200, body: escalated };
  },
});
