import type { ApiAnswer } from "@/server/testing/api-client";
import type { ConformanceDriver, ConformanceItem, Outcome } from "@/server/testing/conformance-driver";
import { routemate } from "../routemate";
import { locatedStop } from "./office";

const OUTCOMES: Readonly<Record<number, Outcome>> = { 401: "unauthenticated", 404: "not-found", 429: "rate-limited" };

function outcomeOf({ status }: ApiAnswer): Outcome {
  if (status < 300) return "done";
  return OUTCOMES[status] ?? (status < 500 ? "refused" : "failed");
}

function request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`http://dray.test${routemate.basePath}${path}`, {
    method,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const bodyOf = ({ name, isFaulty }: ConformanceItem) => ({
  external_job_id: name,
  title: name,
  ...(isFaulty ? {} : { driver_email: "someone@example.com" }),
  metadata: { name },
  stops: [locatedStop("1", 55.68, 12.58, { label: name })],
});

/** RouteMate's requests for the suite all dialects pass. */
export const conformanceDriver: ConformanceDriver = {
  skips: {},
  nobody: "01980000-0000-8000-8000-000000000001",
  show: async (bare, secret) => {
    const shown = new Request(bare);
    if (secret !== null) shown.headers.set("authorization", `Bearer ${secret}`);
    return shown;
  },
  outcomeOf,
  create: (item, retryName) =>
    request(
      "POST",
      "/integration-import",
      bodyOf(item),
      retryName === undefined ? {} : { "idempotency-key": retryName },
    ),
  createdId: ({ body }) => body.job_id,
  read: (id) => request("GET", `/integration-jobs?job_id=${id}`),
  about: () => [],
  seen: ({ body }) => body,
  sent: bodyOf,
  createAll: async (items, { ask }) => {
    const outcomes: Outcome[] = [];
    for (const item of items) outcomes.push(outcomeOf(await ask(request("POST", "/integration-import", bodyOf(item)))));
    return outcomes;
  },
  retryAfterSeconds: ({ body }) => body.retry_after_seconds,
};
