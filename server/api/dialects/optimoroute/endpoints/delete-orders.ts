import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { FoundDoor } from "@/server/services/order/find-doors";
import { removeAllDeliveries } from "@/server/services/order/remove-all-deliveries";
import { type RemovalVerdict, removeDeliveries } from "@/server/services/order/remove-deliveries";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import { fault, type OrderFault } from "../wire/codes";
import { date, flag, MOST_AT_ONCE, orderId, orderNo, orderRefSchema } from "../wire/common";
import { findOrders, type Match, named } from "./find-orders";

const outcome = { success: z.boolean(), code: z.string().optional(), message: z.string().optional() };
const outcomeSchema = z.object({ ...outcome, planningId: z.int().optional() });
const forced = { forceDelete: flag.default(false) };
type Failed = OrderFault & { readonly planningId?: number };

export const deleteOrder = endpoint({
  method: "post",
  path: "/delete_order",
  id: "deleteOrder",
  tag: "Orders",
  summary: "Delete an order",
  scope: "deliveries:write",
  takesAnyMediaType: true,
  body: z
    .object({ orderNo: orderNo.optional(), id: orderId.optional(), ...forced })
    .refine((body) => body.orderNo !== undefined || body.id !== undefined, {
      path: ["orderNo"],
      message: "is missing",
    }),
  answers: said(outcomeSchema, "Whether it is gone."),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body }) => {
    const [failed] = await deleteAll(services, await findOrders(services, [body]), body);
    return { status: 200, body: failed ? { success: false, ...failed } : { success: true } };
  },
});

export const deleteOrders = endpoint({
  method: "post",
  path: "/delete_orders",
  id: "deleteOrders",
  tag: "Orders",
  summary: "Delete up to 500 orders",
  scope: "deliveries:write",
  takesAnyMediaType: true,
  body: z.object({
    orders: z.array(orderRefSchema).max(MOST_AT_ONCE),
    deleteMultiple: flag.default(false),
    ...forced,
  }),
  answers: said(
    z.object({
      success: z.boolean(),
      orders: z.array(outcomeSchema.extend({ orderNo: z.string().optional(), id: z.string().optional() })),
    }),
    "What became of each, in their order.",
  ),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body }) => {
    const failures = await deleteAll(services, await findOrders(services, body.orders), body);
    const orders = failures.map((failed, index) => ({
      success: !failed,
      ...failed,
      ...named(body.orders[index]!),
    }));
    return { status: 200, body: { success: orders.some(({ success }) => success), orders } };
  },
});

export const deleteAllOrders = endpoint({
  method: "post",
  path: "/delete_all_orders",
  id: "deleteAllOrders",
  tag: "Orders",
  summary: "Delete all orders and planned routes of a day, or of all days",
  scope: "deliveries:write",
  takesAnyMediaType: true,
  body: z.object({ date: date.nullish() }),
  answers: said(outcomeSchema, "Whether they are gone."),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body }) => {
    const { runNumber } = await removeAllDeliveries(services, { date: body.date ?? null });
    if (runNumber === undefined) return { status: 200, body: { success: true } };
    const { code } = fault("ERR_OPT_RUNNING");
    const message = "Optimization is running for this date.";
    return { status: 200, body: { success: false, code, message, planningId: runNumber } };
  },
});

/** Deletes what is meant, each order once; of each name why it failed, or nothing. */
async function deleteAll(
  services: ServiceContext,
  matches: readonly Match[],
  { deleteMultiple = false, forceDelete }: { readonly deleteMultiple?: boolean; readonly forceDelete: boolean },
): Promise<(Failed | undefined)[]> {
  const doors = matches.map((match): readonly FoundDoor[] | OrderFault => {
    if (match.kind === "one") return [match.door];
    if (match.kind === "fault") return match.fault;
    return deleteMultiple ? match.doors : fault("ERR_MULTIPLE_ORD_FOUND");
  });
  const ids = [...new Set(doors.flatMap((each) => ("code" in each ? [] : each.map(idOf))))];
  const { verdicts } = await removeDeliveries(services, { ids, isForced: forceDelete });
  const byId = new Map(ids.map((id, index) => [id, verdicts[index]!]));
  return doors.map((each) => {
    if ("code" in each) return each;
    const failed = each.map((door) => failureOf(byId.get(idOf(door))!));
    // Of several of one number it is enough that one went.
    return failed.includes(undefined) ? undefined : failed[0];
  });
}

function idOf({ record }: FoundDoor): string {
  return record.delivery.id;
}

function failureOf(verdict: RemovalVerdict): Failed | undefined {
  if (verdict.outcome === "removed") return undefined;
  if (verdict.outcome === "unknown") return fault("ERR_ORD_NOT_FOUND");
  if (verdict.outcome === "optimizing") return { ...fault("ERR_OPT_RUNNING"), planningId: verdict.runNumber };
  return fault("ERR_INVALID_PARAM_FORMAT", "The order is on a live plan; it is deleted only with forceDelete.");
}
