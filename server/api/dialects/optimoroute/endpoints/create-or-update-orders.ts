import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { findSites } from "@/server/services/site/find-sites";
import { placeInList } from "../map/place-of";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import { fault, type OrderFault } from "../wire/codes";
import { MOST_AT_ONCE } from "../wire/common";
import { type OrderRequest, orderRequestSchema } from "../wire/order";
import type { WritingTerms } from "./place-orders";
import { type Written, writeOrders } from "./write-orders";

const itemSchema = z.object({
  success: z.boolean(),
  id: z.string().optional(),
  orderNo: z.string().optional(),
  locationNo: z.string().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
});

export const createOrUpdateOrders = endpoint({
  method: "post",
  path: "/create_or_update_orders",
  id: "createOrUpdateOrders",
  tag: "Orders",
  summary: "Create or change up to 500 orders",
  description: "Each is done by itself, in the order sent. Nothing is geocoded.",
  scope: "deliveries:write",
  takesAnyMediaType: true,
  body: z.object({ orders: z.array(z.unknown()).max(MOST_AT_ONCE) }),
  answers: said(
    z.object({ success: z.boolean(), orders: z.array(itemSchema) }),
    "What became of each, in their order.",
  ),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body }) => {
    const parsed = body.orders.map((raw) => orderRequestSchema.safeParse(raw));
    const results: (Written | undefined)[] = parsed.map(({ success, error }) =>
      success ? undefined : { fault: formatFault(error!) },
    );
    for (const wave of wavesOf(parsed.map(({ data }) => data))) {
      const written = await writeOrders(
        services,
        wave.map((index) => parsed[index]!.data!),
        IN_LIST,
      );
      for (const [at, index] of wave.entries()) results[index] = written[at];
    }
    const orders = results.map((result, index) => itemOf(result!, body.orders[index]));
    return { status: 200, body: { success: orders.some(({ success }) => success), orders } };
  },
});

const IN_LIST: WritingTerms = {
  isList: true,
  locate: async (services: ServiceContext, orders) => {
    const numbers = orders.flatMap(({ request }) => request.location!.locationNo || []);
    const known = new Map((await findSites(services, { numbers })).map((site) => [site.number, site]));
    return orders.map(({ request, own, isWhole }) => {
      const { locationNo } = request.location!;
      return placeInList(request.location!, { byNumber: locationNo ? known.get(locationNo) : undefined, own, isWhole });
    });
  },
};

/**
 * The orders by their places in the list, so that none meets itself, an order it is linked to, or its location said
 * otherwise, in one go: what is sent twice is done twice, in the order sent.
 */
function wavesOf(requests: readonly (OrderRequest | undefined)[]): number[][] {
  const waves: number[][] = [];
  const lastUse = new Map<string, number>();
  const lastPlace = new Map<string, { readonly wave: number; readonly said: string }>();
  for (const [index, request] of requests.entries()) {
    if (!request) continue;
    const { id, orderNo, relatedId, relatedOrderNo, location, operation } = request;
    const own = [id && `id ${id}`, orderNo && `no ${orderNo}`];
    const names = [...own, relatedId && `id ${relatedId}`, relatedOrderNo && `no ${relatedOrderNo}`].filter(Boolean);
    const place = lastPlace.get(location?.locationNo ?? "");
    const said = JSON.stringify([operation === "SYNC", location]);
    // Hundreds of orders to one hub say it alike: that changes it once.
    const afterPlace = place ? place.wave + (place.said === said ? 0 : 1) : 0;
    const wave = Math.max(afterPlace, ...names.map((name) => (lastUse.get(name as string) ?? -1) + 1));
    waves[wave] = [...(waves[wave] ?? []), index];
    for (const name of own.filter(Boolean)) lastUse.set(name as string, wave);
    if (location?.locationNo) lastPlace.set(location.locationNo, { wave, said });
  }
  return waves;
}

function formatFault(error: z.ZodError): OrderFault {
  const [first] = error.issues;
  return fault("ERR_INVALID_PARAM_FORMAT", first ? `${first.path.join(".") || "order"}: ${first.message}` : undefined);
}

function itemOf(result: Written, raw: unknown) {
  const { orderNo } = (typeof raw === "object" && raw !== null ? raw : {}) as { orderNo?: unknown };
  const number = typeof orderNo === "string" ? { orderNo } : {};
  if ("fault" in result) {
    const { code, message, locationNo } = result.fault;
    return { success: false, code, message, ...number, ...(locationNo !== undefined && { locationNo }) };
  }
  return { success: true, id: result.id, ...number };
}
