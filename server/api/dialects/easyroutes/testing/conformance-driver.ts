import type { ApiAnswer } from "@/server/testing/api-client";
import type { ConformanceDriver, ConformanceItem, Outcome } from "@/server/testing/conformance-driver";
import { easyroutes } from "../easyroutes";
import { dress } from "../ids";
import { importedBananas } from "./examples";

const OUTCOMES: Readonly<Record<number, Outcome>> = { 401: "unauthenticated", 404: "not-found", 429: "rate-limited" };

function outcomeOf({ status }: ApiAnswer): Outcome {
  if (status < 300) return "done";
  return OUTCOMES[status] ?? (status < 500 ? "refused" : "failed");
}

function request(method: string, path: string, body?: unknown): Request {
  return new Request(`http://dray.test${easyroutes.basePath}${path}`, {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
}

const stopOf = ({ name, isFaulty }: ConformanceItem) => ({
  ...importedBananas,
  clientStopId: name,
  ...(isFaulty && { priority: 11 }),
});

/** The EasyRoutes API's requests for the suite all dialects pass. */
export const conformanceDriver: ConformanceDriver = {
  skips: {
    "bulk with faults": "an import is one message: what is wrong with one of its stops is wrong with all of it",
  },
  nobody: dress("delivery", "01980000-0000-8000-8000-000000000001"),
  show: async (bare, secret) => {
    const shown = new Request(bare);
    if (secret !== null) shown.headers.set("authorization", `Bearer ${secret}`);
    return shown;
  },
  outcomeOf,
  // The vendor knows no names of requests: a stop of the same clientStopId takes its own place.
  create: (item) => request("POST", "/stops/imports", [stopOf(item)]),
  createdId: ({ body }) => body.stops[0].id,
  read: (id) => request("GET", `/stops/imports/${id}`),
  about: (id) => [request("GET", `/stops/imports/${id}/routes`), request("DELETE", `/stops/imports/${id}`)],
  seen: ({ body }) => body,
  sent: stopOf,
  createAll: async () => [],
  retryAfterSeconds: ({ headers }) => Number(headers.get("retry-after")),
};
