import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { fromSite } from "../map/from-record";
import { failure, GENERAL_REFUSALS, said } from "../wire/answer";
import { warningMessage } from "../wire/codes";
import { locationSchema } from "../wire/location";
import { createOrderSchema } from "../wire/order";
import { locateOrder } from "./locate-order";
import { writeOrders } from "./write-orders";

const answerSchema = z.object({
  success: z.literal(true),
  id: z.string(),
  location: locationSchema.optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  geocodingResults: z.array(z.tuple([z.string(), z.number(), z.number(), z.boolean()])).optional(),
});

export const createOrder = endpoint({
  method: "post",
  path: "/create_order",
  id: "createOrder",
  tag: "Orders",
  summary: "Create an order, or change one",
  description: "CREATE makes a new one, UPDATE changes one that is there, SYNC puts it in its place, MERGE fills in.",
  scope: "deliveries:write",
  takesAnyMediaType: true,
  body: createOrderSchema,
  answers: said(answerSchema, "The order, or why there is none."),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body }) => {
    const [written] = await writeOrders(services, [body], {
      isList: false,
      locate: (within, orders) =>
        Promise.all(orders.map(({ request, own }) => locateOrder(within, request.location!, own))),
    });
    if ("fault" in written!) return { status: 200, body: failure(written.fault.code, written.fault.message) };
    const { id, place } = written!;
    const { warning, geocoding } = place ?? {};
    return {
      status: 200,
      body: {
        success: true,
        id,
        ...(place && { location: fromSite(place.site) }),
        ...(warning && { code: warning, message: warningMessage(warning) }),
        ...(geocoding && {
          geocodingResults: geocoding.map(({ label, position, confidence }) => [
            label,
            position.lat,
            position.lng,
            confidence === "street" || confidence === "city",
          ]),
        }),
      },
    };
  },
});
