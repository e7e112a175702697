import type { ApiAnswer } from "@/server/testing/api-client";
import type { ConformanceDriver, ConformanceItem, Outcome } from "@/server/testing/conformance-driver";
import { dress } from "../ids";

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  AUTH_KEY_MISSING: "unauthenticated",
  AUTH_KEY_UNKNOWN: "unauthenticated",
  ERR_ORD_NOT_FOUND: "not-found",
  ERR_TOO_MANY_CONNECTIONS: "rate-limited",
  ERR_INTERNAL: "failed",
};

function outcomeOf({ body }: ApiAnswer): Outcome {
  if (body.success) return "done";
  const list: readonly { code?: string }[] = body.orders ?? body.updates ?? [];
  return OUTCOMES[body.code ?? list[0]?.code ?? ""] ?? "refused";
}

function request(method: "GET" | "POST", path: string, body?: unknown): Request {
  return new Request(`http://dray.test/optimoroute/v1${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** One stop of a day to come; a faulty one says no place. */
const orderOf = ({ name, isFaulty }: ConformanceItem) => ({
  orderNo: name,
  type: "D",
  date: "2031-03-03",
  duration: 5,
  notes: name,
  customFields: { name },
  location: { locationName: name, ...(!isFaulty && { latitude: 55.6832, longitude: 12.5883 }) },
});

/** OptimoRoute's requests for the suite all dialects pass. */
export const conformanceDriver: ConformanceDriver = {
  skips: {},
  nobody: dress("01980000-0000-8000-8000-000000000001"),
  show: async (bare, secret) => {
    const url = new URL(bare.url);
    if (secret !== null) url.searchParams.set("key", secret);
    return new Request(url, {
      method: bare.method,
      headers: bare.headers,
      ...(bare.body !== null && { body: await bare.clone().text() }),
    });
  },
  outcomeOf,
  // What is sent again under its number replaces itself.
  create: (item) => request("POST", "/create_order", { operation: "SYNC", ...orderOf(item) }),
  createdId: ({ body }) => body.id,
  read: (id) => request("POST", "/get_orders", { orders: [{ id }] }),
  about: (id) => [
    request("POST", "/create_order", { operation: "UPDATE", id, notes: "stolen" }),
    request("POST", "/create_or_update_orders", { orders: [{ id, notes: "stolen" }] }),
    request("POST", "/delete_orders", { orders: [{ id }] }),
    request("GET", `/get_scheduling_info?id=${id}`),
    request("POST", "/get_completion_details", { orders: [{ id }] }),
    request("POST", "/update_completion_details", { updates: [{ id, data: { status: "success" } }] }),
  ],
  seen: ({ body }) => body.orders[0].data,
  sent: orderOf,
  createAll: async (items, { ask }) => {
    const { body } = await ask(request("POST", "/create_or_update_orders", { orders: items.map(orderOf) }));
    return body.orders.map(({ success }: { success: boolean }): Outcome => (success ? "done" : "refused"));
  },
  retryAfterSeconds: ({ headers }) => Number(headers.get("retry-after")),
};
