import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import { noteSettlementRefs, readSettlementRefs } from "@/server/services/settlement/settlement-refs";
import { dress, idOf } from "../ids";
import { said } from "../map/door";
import { settlementRefsSchema, settlementRequestSchema } from "../wire/settlement";
import { deliveryParams } from "./read-deliveries";

const TAG = "Settlement";
const path = "/settlement-refs/{deliveryId}";

export const getSettlementRefs = endpoint({
  method: "get",
  path,
  id: "getSettlementRefs",
  tag: TAG,
  summary: "Under which names others settle a delivery",
  scope: "deliveries:read",
  params: deliveryParams,
  answers: { 200: { description: "Names only, no sums.", schema: settlementRefsSchema } },
  refusals: [404],
  run: async ({ services, params }) => {
    const deliveryId = idOf("delivery", params.deliveryId);
    return { status: 200, body: fromRefs(deliveryId, await readSettlementRefs(services, { deliveryId })) };
  },
});

export const addSettlementRefs = endpoint({
  method: "post",
  path,
  id: "addSettlementRefs",
  tag: TAG,
  summary: "Note under which names others settle a delivery",
  description: "Names that are known stay as they are. Sums are taken by nobody here: what else is sent is left out.",
  scope: "deliveries:write",
  params: deliveryParams,
  body: settlementRequestSchema,
  answers: { 201: { description: "All of the delivery's names.", schema: settlementRefsSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params, body }) => {
    const deliveryId = idOf("delivery", params.deliveryId);
    const refs = await noteSettlementRefs(services, {
      deliveryId,
      ...(body.partner_id !== undefined && { partnerId: idOf("partner", body.partner_id) }),
      settlementIds: body.settlement_ids,
    });
    return { status: 201, body: fromRefs(deliveryId, refs) };
  },
});

function fromRefs(deliveryId: string, refs: Awaited<ReturnType<typeof readSettlementRefs>>) {
  return {
    delivery_id: dress("delivery", deliveryId),
    settlement_ids: [...new Set(refs.map(({ settlementId }) => settlementId))],
    items: refs.map(({ settlementId, partnerId, createdAt }) => ({
      settlement_id: settlementId,
      partner_id: partnerId && dress("partner", partnerId),
      created_at: said(createdAt),
    })),
  };
}
