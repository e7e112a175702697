import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import type { FoundDoor } from "@/server/services/order/find-doors";
import { readDoorStates } from "@/server/services/order/read-door-states";
import { viewPods } from "@/server/services/proof/view-pods";
import { shareTrackingLinks } from "@/server/services/tracking/share-tracking-links";
import { fromCompletion, type ShownEvidence } from "../map/from-completion";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import { MOST_AT_ONCE, orderRefSchema } from "../wire/common";
import { completionItemSchema, type WireCompletion } from "../wire/completion";
import { findOrders, named, oneOf, type RawRef, visitIdOf } from "./find-orders";

/** Pictures can be fetched for at least five days. */
const URL_SECONDS = 6 * 86_400;

const answers = said(
  z.object({ success: z.boolean(), orders: z.array(completionItemSchema) }),
  "How each was completed, in their order.",
);

export const getCompletionDetails = endpoint({
  method: "post",
  path: "/get_completion_details",
  id: "getCompletionDetails",
  tag: "Completion",
  summary: "How orders were completed",
  scope: "deliveries:read",
  takesAnyMediaType: true,
  body: z.object({ orders: z.array(orderRefSchema).max(MOST_AT_ONCE) }),
  answers,
  refusals: GENERAL_REFUSALS,
  run: ({ services, body }) => readCompletions(services, body.orders),
});

export const getCompletionDetailsByNumber = endpoint({
  method: "get",
  path: "/get_completion_details",
  id: "getCompletionDetailsByNumber",
  tag: "Completion",
  summary: "How orders were completed, each number a parameter",
  scope: "deliveries:read",
  query: z.object({ orderNo: z.array(z.string()).max(MOST_AT_ONCE) }),
  listParams: ["orderNo"],
  answers,
  refusals: GENERAL_REFUSALS,
  run: ({ services, query }) =>
    readCompletions(
      services,
      query.orderNo.map((orderNo) => ({ orderNo })),
    ),
});

async function readCompletions(services: ServiceContext, refs: readonly RawRef[]) {
  const found = (await findOrders(services, refs)).map(oneOf);
  const doors = found.flatMap((match) => ("door" in match ? [match.door] : []));
  const completions = await completionsOf(services, doors);
  const orders = found.map((match, index) => {
    if ("fault" in match) return { success: false, ...match.fault, ...named(refs[index]!) };
    return { success: true, ...named(refs[index]!), data: completions.get(visitIdOf(match.door))! };
  });
  return { status: 200, body: { success: orders.some(({ success }) => success), orders } };
}

async function completionsOf(
  services: ServiceContext,
  doors: readonly FoundDoor[],
): Promise<ReadonlyMap<string, WireCompletion>> {
  const visitIds = [...new Set(doors.map(visitIdOf))];
  const states = await readDoorStates(services, { visitIds });
  const inputs = new Map(doors.map((door) => [visitIdOf(door), door.record.delivery.input]));
  const sent = states.filter(({ isSent }) => isSent).map(({ visitId }) => visitId);
  const links = await shareTrackingLinks(services, { visitIds: sent });
  const completions = new Map<string, WireCompletion>();
  for (const state of states) {
    const evidence = state.hasProofs ? await evidenceOf(services, state.visitId) : undefined;
    const trackingUrl = links.get(state.visitId) ?? null;
    completions.set(state.visitId, fromCompletion(state, { input: inputs.get(state.visitId)!, evidence, trackingUrl }));
  }
  return completions;
}

/** The pictures of a door, for a key that may see them. */
async function evidenceOf(services: ServiceContext, visitId: string): Promise<ShownEvidence | undefined> {
  if (!services.actor.permissions.has("proof.read")) return undefined;
  try {
    const [pod] = await viewPods(services, { visitId, urlSeconds: URL_SECONDS });
    if (!pod) return undefined;
    // Where files are kept by this server itself, their addresses are its own.
    const whole = (url: string | null) => (url?.startsWith("/") ? `${services.baseUrl}${url}` : url);
    return { ...pod, files: pod.files.map((file) => ({ ...file, url: whole(file.url) })) };
  } catch (error) {
    // Named by the act that ended the visit, and not arrived yet.
    if (error instanceof ServiceError && error.code === "not-found") return undefined;
    throw error;
  }
}
