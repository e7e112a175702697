import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import { MOST_AT_ONCE, orderRefSchema } from "../wire/common";
import { orderSchema } from "../wire/order";
import { findOrders, idOf, named, oneOf, type RawRef } from "./find-orders";
import { sayOrders } from "./say-orders";

const answers = said(
  z.object({
    success: z.boolean(),
    orders: z.array(
      z.object({
        success: z.boolean(),
        id: z.string().optional(),
        orderNo: z.string().optional(),
        code: z.string().optional(),
        message: z.string().optional(),
        data: orderSchema.optional(),
      }),
    ),
  }),
  "The orders, in the order asked for.",
);

export const getOrders = endpoint({
  method: "post",
  path: "/get_orders",
  id: "getOrders",
  tag: "Orders",
  summary: "Orders by their numbers or ids",
  scope: "deliveries:read",
  takesAnyMediaType: true,
  body: z.object({ orders: z.array(orderRefSchema).max(MOST_AT_ONCE) }),
  answers,
  refusals: GENERAL_REFUSALS,
  run: ({ services, body }) => readOrders(services, body.orders),
});

export const getOrdersByNumber = endpoint({
  method: "get",
  path: "/get_orders",
  id: "getOrdersByNumber",
  tag: "Orders",
  summary: "Orders by their numbers, each a parameter",
  scope: "deliveries:read",
  query: z.object({ orderNo: z.array(z.string()).max(MOST_AT_ONCE) }),
  listParams: ["orderNo"],
  answers,
  refusals: GENERAL_REFUSALS,
  run: ({ services, query }) =>
    readOrders(
      services,
      query.orderNo.map((orderNo) => ({ orderNo })),
    ),
});

async function readOrders(services: ServiceContext, refs: readonly RawRef[]) {
  const matches = (await findOrders(services, refs)).map(oneOf);
  const doors = matches.flatMap((match) => ("door" in match ? [match.door] : []));
  const data = await sayOrders(services, doors);
  const byDoor = new Map(doors.map((door, index) => [door, data[index]!]));
  const orders = matches.map((match, index) => {
    if ("fault" in match) return { success: false, ...match.fault, ...named(refs[index]!) };
    return { success: true, id: idOf(match.door), data: byDoor.get(match.door)! };
  });
  return { status: 200, body: { success: orders.some(({ success }) => success), orders } };
}
