import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { readSchedules } from "@/server/services/order/read-schedules";
import { fromSchedule } from "../map/from-schedule";
import { failure, GENERAL_REFUSALS, said } from "../wire/answer";
import { scheduleSchema } from "../wire/schedule";
import { findOrders, oneOf, visitIdOf } from "./find-orders";

export const getSchedulingInfo = endpoint({
  method: "get",
  path: "/get_scheduling_info",
  id: "getSchedulingInfo",
  tag: "Orders",
  summary: "When and by whom an order is served",
  scope: "deliveries:read",
  query: z
    .object({ orderNo: z.string().optional(), id: z.string().optional() })
    .refine(({ orderNo, id }) => orderNo !== undefined || id !== undefined, {
      path: ["orderNo"],
      message: "is missing",
    }),
  answers: said(
    z.object({
      success: z.literal(true),
      orderScheduled: z.boolean(),
      scheduleInformation: scheduleSchema.optional(),
    }),
    "The order's place on its route, if it has one.",
  ),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, query }) => {
    const found = oneOf((await findOrders(services, [query]))[0]!);
    if ("fault" in found) return { status: 200, body: failure(found.fault.code, found.fault.message) };
    const [schedule] = await readSchedules(services, { visitIds: [visitIdOf(found.door)] });
    const planned = schedule && { scheduleInformation: fromSchedule(schedule) };
    return { status: 200, body: { success: true, orderScheduled: schedule !== undefined, ...planned } };
  },
});
