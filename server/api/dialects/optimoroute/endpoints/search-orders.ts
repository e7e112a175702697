import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { FoundDoor } from "@/server/services/order/find-doors";
import { listDoors } from "@/server/services/order/list-doors";
import { readSchedules } from "@/server/services/order/read-schedules";
import { fromSchedule } from "../map/from-schedule";
import { STANDINGS } from "../map/status";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import { dateRangeSchema, flag, orderRefSchema } from "../wire/common";
import { orderSchema } from "../wire/order";
import { scheduleSchema } from "../wire/schedule";
import { ORDER_STATUSES } from "../wire/status";
import { findOrders, idOf, visitIdOf } from "./find-orders";
import { sayOrders } from "./say-orders";

const PAGE = 500;
const MOST_DAYS = 35;
const MOST_NAMED = 5000;
const DAY_MILLISECONDS = 86_400_000;

const bodySchema = z
  .object({
    orders: z.array(orderRefSchema).max(MOST_NAMED).optional(),
    dateRange: dateRangeSchema
      .refine(({ from, to }) => from <= to, { message: "must not end before it begins" })
      .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS < MOST_DAYS, {
        message: `must not span more than ${MOST_DAYS} days`,
      })
      .optional(),
    orderStatus: z.array(z.enum(ORDER_STATUSES)).optional(),
    includeOrderData: flag.default(false),
    includeScheduleInformation: flag.default(false),
    after_tag: z.string().max(1000).nullish(),
  })
  .refine(({ orders, dateRange }) => orders !== undefined || dateRange !== undefined, {
    path: ["orders"],
    message: "is missing, and dateRange too: one of them is missing",
  });

export const searchOrders = endpoint({
  method: "post",
  path: "/search_orders",
  id: "searchOrders",
  tag: "Orders",
  summary: "Orders by their names, or of up to 35 days, 500 at a time",
  scope: "deliveries:read",
  takesAnyMediaType: true,
  body: bodySchema,
  answers: said(
    z.object({
      success: z.literal(true),
      orders: z.array(
        z.object({
          id: z.string(),
          data: orderSchema.optional(),
          scheduleInformation: scheduleSchema.nullable().optional(),
        }),
      ),
      after_tag: z.string().optional(),
    }),
    "A page.",
  ),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body }) => {
    const { orders, dateRange, orderStatus, after_tag } = body;
    const visitIds = orders && (await namedVisits(services, orders));
    const { doors, nextCursor } = await listDoors(services, {
      wanted: {
        ...dateRange,
        ...(visitIds && { visitIds }),
        ...(orderStatus && { standings: orderStatus.map((status) => STANDINGS[status]) }),
      },
      ...(after_tag && { cursor: after_tag }),
      limit: PAGE,
    });
    const [data, schedules] = await Promise.all([
      body.includeOrderData ? sayOrders(services, doors) : [],
      body.includeScheduleInformation ? schedulesOf(services, doors) : new Map(),
    ]);
    return {
      status: 200,
      body: {
        success: true,
        orders: doors.map((door, index) => ({
          id: idOf(door),
          ...(body.includeOrderData && { data: data[index] }),
          ...(body.includeScheduleInformation && { scheduleInformation: schedules.get(visitIdOf(door)) ?? null }),
        })),
        ...(nextCursor !== null && { after_tag: nextCursor }),
      },
    };
  },
});

/** Everything that goes by these names; names of nothing find nothing. */
async function namedVisits(services: ServiceContext, refs: z.output<typeof bodySchema>["orders"]): Promise<string[]> {
  const matches = await findOrders(services, refs ?? []);
  const doors = matches.flatMap((match) =>
    match.kind === "one" ? [match.door] : match.kind === "many" ? match.doors : [],
  );
  return [...new Set(doors.map(visitIdOf))];
}

async function schedulesOf(services: ServiceContext, doors: readonly FoundDoor[]) {
  const schedules = await readSchedules(services, { visitIds: doors.map(visitIdOf) });
  return new Map(schedules.map((each) => [each.visitId, fromSchedule(each)]));
}
