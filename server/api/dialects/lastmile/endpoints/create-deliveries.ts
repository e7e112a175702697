import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { DeliveryVerdict } from "@/server/domain/order/delivery-verdict";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { createDeliveries as create } from "@/server/services/order/create-deliveries";
import { createDelivery } from "@/server/services/order/create-delivery";
import { readDeliveryRecord } from "@/server/services/order/read-delivery-record";
import { readDeliveryRecords } from "@/server/services/order/read-delivery-records";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { fromDelivery } from "../map/from-delivery";
import { toDeliveryDraft } from "../map/to-delivery-draft";
import { createdSchema, type DeliveryRequest, deliveriesRequestSchema } from "../wire/delivery";

export const createDeliveries = endpoint({
  method: "post",
  path: "/deliveries",
  id: "createDeliveries",
  tag: "Deliveries",
  summary: "Create a delivery, or several",
  description: "An object is answered by the delivery, an array by `{ deliveries }`, each in its place.",
  scope: "deliveries:write",
  body: deliveriesRequestSchema,
  answers: { 201: { description: "Created.", schema: createdSchema, hasVersion: true } },
  refusals: [400, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    if (Array.isArray(body)) return { status: 201, body: { deliveries: await createAll(services, body) } };
    const home = await readHomeProject(services, {});
    const verdict = await createDelivery(services, { projectId: home.id, draft: toDeliveryDraft(body, home) });
    if (verdict.outcome === "refused") throw refusalOf(verdict);
    const created = fromDelivery(await readDeliveryRecord(services, { id: verdict.deliveryId }));
    const headers = { location: `/v1/lastmile/deliveries/${created.delivery_id}` };
    return { status: 201, body: created, version: created.version, headers };
  },
});

async function createAll(services: ServiceContext, requests: readonly DeliveryRequest[]) {
  const home = await readHomeProject(services, {});
  const deliveries = requests.map((request) => toDeliveryDraft(request, home));
  const { verdicts } = await create(services, { projectId: home.id, mode: "create", deliveries });
  const refused = verdicts.filter((verdict) => verdict.outcome === "refused");
  if (refused[0] && refused.length === verdicts.length) throw refusalOf(refused[0]);
  const ids = verdicts.flatMap((verdict) => (verdict.outcome === "refused" ? [] : [verdict.deliveryId]));
  const { records } = await readDeliveryRecords(services, { ids });
  const byId = new Map(records.map((record) => [record.delivery.id, record]));
  return verdicts.map((verdict) => {
    if (verdict.outcome !== "refused") return fromDelivery(byId.get(verdict.deliveryId)!);
    return { error: { code: verdict.reason, message: verdict.message } };
  });
}

function refusalOf(verdict: Extract<DeliveryVerdict, { outcome: "refused" }>): ServiceError {
  const { reason, message, issues } = verdict;
  return new ServiceError(reason === "invalid" ? "invalid" : "conflict", message, { reason, issues });
}
