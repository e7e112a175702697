import type { ApiAnswer } from "@/server/testing/api-client";
import type { ConformanceDriver, ConformanceItem, Outcome } from "@/server/testing/conformance-driver";
import { dress } from "../ids";
import { lastmile } from "../lastmile";
import { deliveryRequest } from "./shop";

const OUTCOMES: Readonly<Record<number, Outcome>> = { 401: "unauthenticated", 404: "not-found", 429: "rate-limited" };

function outcomeOf({ status }: ApiAnswer): Outcome {
  if (status < 300) return "done";
  return OUTCOMES[status] ?? (status < 500 ? "refused" : "failed");
}

function request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`http://dray.test${lastmile.basePath}${path}`, {
    method,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

const bodyOf = ({ name, isFaulty }: ConformanceItem) =>
  deliveryRequest({ order_id: name, metadata: { name }, ...(isFaulty && { priority: "urgent" }) });

/** The Last-Mile API's requests for the suite all dialects pass. */
export const conformanceDriver: ConformanceDriver = {
  skips: {},
  nobody: dress("delivery", "01980000-0000-8000-8000-000000000001"),
  show: async (bare, secret) => {
    const shown = new Request(bare);
    if (secret !== null) shown.headers.set("authorization", `Bearer ${secret}`);
    return shown;
  },
  outcomeOf,
  create: (item, retryName) =>
    request("POST", "/deliveries", bodyOf(item), retryName === undefined ? {} : { "idempotency-key": retryName }),
  createdId: ({ body }) => body.delivery_id,
  read: (id) => request("GET", `/deliveries/${id}`),
  about: (id) => {
    const window = { from: "2031-03-05T08:00:00Z", to: "2031-03-05T10:00:00Z" };
    return [
      request("PATCH", `/deliveries/${id}`, { metadata: { name: "stolen" } }),
      request("POST", `/deliveries/${id}/cancel`, { reason: "stolen" }),
      request("POST", `/deliveries/${id}/reschedule`, { window }),
      request("POST", `/deliveries/${id}/retry`, { window }),
      request("POST", `/deliveries/${id}/escalate`, { case_id: "stolen" }),
      request("GET", `/deliveries/${id}/live`),
      request("GET", `/deliveries/${id}/timeline`),
    ];
  },
  seen: ({ body }) => body,
  sent: bodyOf,
  createAll: async (items, { ask, runJobs }) => {
    const lines = items.map((item) => JSON.stringify(bodyOf(item))).join("\n");
    const taken = await ask(request("POST", "/deliveries/bulk", lines, { "content-type": "application/x-ndjson" }));
    await runJobs();
    const { body: job } = await ask(request("GET", `/jobs/${taken.body.job_id}`));
    const faults = new Set(job.errors.map(({ line }: { line: number }) => line));
    return items.map((_, index) => (faults.has(index + 1) ? "refused" : "done"));
  },
  retryAfterSeconds: ({ headers }) => Number(headers.get("retry-after")),
};
