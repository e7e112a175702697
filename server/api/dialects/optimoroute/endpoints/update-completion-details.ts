import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { reportVisit } from "@/server/services/execution/report-visit";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { cancelDeliveries } from "@/server/services/order/cancel-deliveries";
import type { FoundDoor } from "@/server/services/order/find-doors";
import { previewCancellation } from "@/server/services/order/preview-cancellation";
import { readDoorStates } from "@/server/services/order/read-door-states";
import { unplanDelivery } from "@/server/services/order/unplan-delivery";
import { STANDINGS } from "../map/status";
import { fromInstant } from "../map/time";
import { toInstant } from "../map/to-instant";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import { fault, type OrderFault } from "../wire/codes";
import { MOST_AT_ONCE } from "../wire/common";
import {
  type CompletionUpdate,
  completionItemSchema,
  completionUpdateSchema,
  type WireCompletion,
} from "../wire/completion";
import { findOrders, named, oneOf, type RawRef, visitIdOf } from "./find-orders";

const list = z.array(completionItemSchema);

export const updateCompletionDetails = endpoint({
  method: "post",
  path: "/update_completion_details",
  id: "updateCompletionDetails",
  tag: "Completion",
  summary: "Say how up to 500 orders are going, or went",
  description:
    "What is said is taken as its driver would have said it, at the times given; orders are to be on a route.",
  scope: "plans:write",
  takesAnyMediaType: true,
  body: z.object({ updates: z.array(z.unknown()).max(MOST_AT_ONCE) }),
  answers: said(
    z.object({ success: z.boolean(), orders: list, updates: list }),
    "What became of each, in their order.",
  ),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body }) => {
    const refs = body.updates.map(asRef);
    const found = (await findOrders(services, refs)).map(oneOf);
    const orders = [];
    // One after the other: what is said of one order twice is said in that order.
    for (const [index, match] of found.entries()) {
      const { data } = refs[index] as { data?: unknown };
      const update = completionUpdateSchema.safeParse(data);
      const outcome =
        "fault" in match
          ? match
          : update.success
            ? await apply(services, match.door, update.data)
            : { fault: formatFault(update.error) };
      const name = named(refs[index]!);
      orders.push(
        "fault" in outcome ? { success: false, ...outcome.fault, ...name } : { success: true, ...name, ...outcome },
      );
    }
    // The document's example has one name for the list, its table the other.
    return { status: 200, body: { success: orders.some(({ success }) => success), orders, updates: orders } };
  },
});

/** Whatever was sent, as the name of an order it may hold. */
function asRef(raw: unknown): RawRef {
  return typeof raw === "object" && raw !== null ? raw : {};
}

function formatFault(error: z.ZodError): OrderFault {
  const [first] = error.issues;
  const path = ["data", ...(first?.path ?? [])].join(".");
  return fault("ERR_INVALID_PARAM_FORMAT", `${path}: ${first?.message ?? "cannot be used"}`);
}

async function apply(
  services: ServiceContext,
  door: FoundDoor,
  { status, startTime, endTime }: CompletionUpdate,
): Promise<{ readonly data: WireCompletion } | { readonly fault: OrderFault }> {
  const visitId = visitIdOf(door);
  const [state] = await readDoorStates(services, { visitIds: [visitId] });
  // Deleted since it was looked for.
  if (!state) return { fault: fault("ERR_ORD_NOT_FOUND") };
  const { timeZone, standing: before } = state;
  const startedAt = startTime ? toInstant(startTime, timeZone) : undefined;
  const endedAt = endTime ? toInstant(endTime, timeZone) : undefined;
  const times = {
    ...(startedAt && { startTime: fromInstant(startedAt.getTime(), timeZone) }),
    ...(endedAt && { endTime: fromInstant(endedAt.getTime(), timeZone) }),
  };
  try {
    const why = await setStanding(services, door, STANDINGS[status], { before, startedAt, endedAt });
    return why ? { fault: why } : { data: { status, ...times } };
  } catch (error) {
    // What was done of those before it stays done: only our own faults end the whole list.
    if (!(error instanceof ServiceError) || error.code === "unavailable") throw error;
    if (error.code === "not-found") return { fault: fault("ERR_ORD_NOT_FOUND") };
    return { fault: fault("ERR_INVALID_PARAM_FORMAT", error.message) };
  }
}

interface Report {
  readonly before: string;
  readonly startedAt: Date | undefined;
  readonly endedAt: Date | undefined;
}

async function setStanding(
  services: ServiceContext,
  door: FoundDoor,
  standing: (typeof STANDINGS)[keyof typeof STANDINGS],
  { before, startedAt, endedAt }: Report,
): Promise<OrderFault | undefined> {
  const { id } = door.record.delivery;
  switch (standing) {
    case "underway":
    case "at-door":
    case "done":
    case "failed":
      await reportVisit(services, { visitId: visitIdOf(door), standing, startedAt, endedAt });
      return undefined;
    case "planned":
      if (before === "planned") return undefined;
      return fault("ERR_INVALID_PARAM_FORMAT", "An order is scheduled by planning, and what is over stays over.");
    case "waiting":
    case "declined":
      if (before === standing) return undefined;
      await unplanDelivery(services, { id, isDeclined: standing === "declined" });
      return undefined;
    case "cancelled":
      return cancel(services, id);
  }
}

async function cancel(services: ServiceContext, id: string): Promise<OrderFault | undefined> {
  const { routes } = await previewCancellation(services, { ids: [id] });
  const { verdicts } = await cancelDeliveries(services, {
    ids: [id],
    mutationId: services.ports.ids.newId(),
    reason: "",
    // A program has no preview to look at: what it asks for is what it means.
    confirmed: routes.map(({ routeId, version }) => ({ routeId, version })),
  });
  const message = verdicts[0]?.message;
  return message ? fault("ERR_INVALID_PARAM_FORMAT", message) : undefined;
}
