import type { ApiAnswer } from "@/server/testing/api-client";
import type { ConformanceDriver, ConformanceItem, Outcome } from "@/server/testing/conformance-driver";
import { routal } from "../routal";
import { dressKey, KEY_PARAM } from "../token";
import { stopRequest } from "./shop";

const OUTCOMES: Readonly<Record<number, Outcome>> = { 401: "unauthenticated", 404: "not-found", 429: "rate-limited" };

function outcomeOf({ status, body }: ApiAnswer): Outcome {
  // A search finds nothing where others get a 404.
  if (status === 200 && body?.docs?.length === 0) return "not-found";
  if (status < 300) return "done";
  return OUTCOMES[status] ?? (status < 500 ? "refused" : "failed");
}

function request(method: string, path: string, body?: unknown): Request {
  return new Request(`http://dray.test${routal.basePath}${path}`, {
    method,
    ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
}

const stopOf = ({ name, isFaulty }: ConformanceItem) =>
  stopRequest(1, { external_id: `ORD ${name}`, label: name, ...(isFaulty && { phone: "600 111 222" }) });

const search = (id: string) => {
  return request("POST", "/v2/stops/search", { predicates: [{ field: "id", operator: "eq", value: id }] });
};

/** Routal's requests for the suite all dialects pass: stops of a project's inbox. */
export const conformanceDriver: ConformanceDriver = {
  skips: {},
  nobody: "0123456789abcdef01234567",
  show: async (bare, secret) => {
    const url = new URL(bare.url);
    if (secret !== null) url.searchParams.set(KEY_PARAM, dressKey(secret));
    return new Request(url, bare);
  },
  outcomeOf,
  create: (item) => request("POST", "/v2/stops", [stopOf(item)]),
  createdId: ({ body }) => body[0].id,
  read: search,
  about: (id) => [
    request("PUT", `/v2/stop/${id}`, { label: "stolen" }),
    request("POST", "/v2/stop/move", { stops: [id] }),
    request("PUT", "/v2/stops/delete", { stops: [id] }),
    request("GET", `/v2/plan/${id}/stops`),
    request("GET", `/v2/route/${id}`),
    request("GET", `/v3/stop/report/${id}/image/${id}`),
  ],
  seen: ({ body }) => body.docs[0],
  sent: stopOf,
  // One bad item rejects its whole array, so each is sent by itself.
  createAll: async (items, { ask }) => {
    const outcomes: Outcome[] = [];
    for (const item of items) outcomes.push(outcomeOf(await ask(request("POST", "/v2/stops", [stopOf(item)]))));
    return outcomes;
  },
  retryAfterSeconds: () => null,
};
