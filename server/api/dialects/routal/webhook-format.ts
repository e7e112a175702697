import type { WebhookMessage } from "@/server/domain/webhook/webhook-topic";
import { ServiceError } from "@/server/services/kernel/service-error";
import type { WebhookBodyScope, WebhookFormat } from "@/server/services/webhook/webhook-format";
import { planOf, routesOf, stopsOf } from "./endpoints/reading";
import { dress } from "./ids";
import { ALL_TOPICS, fromMessage } from "./map/webhook";
import type { StopAnswer, WireReport } from "./wire/stop";

/** How this API writes to its subscribers: without a signature, by a token they put into their own address. */
export const webhookFormat: WebhookFormat = {
  topics: ALL_TOPICS,
  name: (id) => id,
  body: async (message, about) =>
    JSON.stringify(fromMessage(message, about.id, about.isSandbox, await dataOf(message, about))),
};

/** The thing told of as it is when it is first told; what is gone by then is told by its id. */
async function dataOf(message: WebhookMessage, about: WebhookBodyScope): Promise<object> {
  const at = new Date(message.occurredAt).toISOString();
  const bare = { id: dress(message.subjectId), updated_at: at };
  try {
    return (await wholeOf(message, about, at)) ?? bare;
  } catch (error) {
    if (error instanceof ServiceError && error.code === "not-found") return bare;
    throw error;
  }
}

async function wholeOf(message: WebhookMessage, { services }: WebhookBodyScope, at: string) {
  const { topic, deliveryId, visitId, routeId, subjectId } = message;
  if (deliveryId !== null) {
    const stops = await stopsOf(services, [deliveryId], visitId === null ? undefined : new Set([visitId]));
    const stop = stops.at(-1);
    if (!stop || topic === "delivery.created") return stop;
    return topic === "delivery.cancelled" ? canceled(stop, message, at) : reported(stop, at);
  }
  if (routeId !== null) {
    const [route] = await routesOf(services, [routeId]);
    return route && { ...route, updated_at: at };
  }
  return topic === "plan.created" ? planOf(services, subjectId) : undefined;
}

/** The report told of, with its stop beside it. */
function reported(stop: StopAnswer, at: string) {
  const report = stop.reports.find(({ updated_at }) => updated_at === at) ?? stop.reports.at(-1);
  return report ? withStop(report, stop) : { ...stop, updated_at: at };
}

/** Nobody was at its door: what is known is that it was called off, and why. */
function canceled(stop: StopAnswer, { reason }: WebhookMessage, at: string) {
  const report: WireReport = {
    id: stop.id,
    stop_id: stop.id,
    external_id: stop.external_id,
    route_id: stop.route_id,
    driver_id: null,
    project_id: stop.project_id,
    plan_id: stop.plan_id,
    type: "service_report_canceled",
    comments: "",
    cancel_reason: reason,
    images: [],
    signature: null,
    location: null,
    custom_fields: {},
    tasks: [],
    created_at: at,
    updated_at: at,
  };
  return withStop(report, stop);
}

/** Whoever reads `data` as the report, and whoever reads `data.report`, finds the same. */
function withStop(report: WireReport, stop: StopAnswer) {
  return { ...report, report, stop };
}
