import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openApiDocument } from "@/server/api/kernel/open-api-document";
import { apiClient } from "@/server/testing/api-client";
import { fuzzOf, fuzzText, nastyValue } from "@/server/testing/fuzz-schema";
import { markTenant, TENANT_MARK } from "@/server/testing/marked-tenant";
import { testTenant } from "@/server/testing/test-tenant";
import { dress } from "./ids";
import { lastmile } from "./lastmile";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

const RUNS = Number(process.env.FUZZ_RUNS ?? 12);
/** All of them together ask for so long, however slow the machine: then each is asked once. */
const MOST_MILLISECONDS = 18_000;
const document = openApiDocument(lastmile);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

let mine: Shop;
/** Of this tenant, of another one, and of nobody. */
let ids: readonly string[];

beforeAll(async () => {
  mine = await shop();
  const tenant = await testTenant();
  const their = await markTenant(tenant);
  const theirs = await apiClient(lastmile, tenant);
  const foreign = [
    dress("delivery", their.deliveryId!),
    dress("delivery", their.poolDeliveryId!),
    dress("driver", their.driverId!),
    dress("vehicle", their.vehicleId!),
    dress("route", their.routeId!),
    dress("assignment", their.routeId!),
    dress("stop", their.visitId!),
    dress("exception", their.exceptionId!),
    dress("reservation", their.reservationId!),
    dress("API key", theirs.keyId),
  ];
  const marked = deliveryRequest({ source: TENANT_MARK, metadata: { note: TENANT_MARK } });
  const created = await theirs.ask("POST", "/deliveries", { body: marked });
  ids = [...foreign, created.body.delivery_id, created.body.tracking_number, ...(await made(mine)), "nobody"];
});

async function made({ ask }: Shop): Promise<readonly string[]> {
  const body = deliveryRequest();
  const delivery = await ask("POST", "/deliveries", { body });
  const headers = { "content-type": "application/x-ndjson" };
  const job = await ask("POST", "/deliveries/bulk", { body: JSON.stringify(body), headers });
  const driver = await ask("POST", "/drivers", { body: { name: "Ida" } });
  const vehicle = await ask("POST", "/vehicles", { body: { type: "van" } });
  const partner = await ask("POST", "/partners", { body: { name: "P", type: "3pl" } });
  return [delivery.body.delivery_id, job.body.job_id, driver.body.id, vehicle.body.id, partner.body.id];
}

/** A request of the document's own making, of one of its operations. */
function requestOf({ path, operation }: (typeof operations)[number]) {
  const places = path.match(/\{\w+\}/g) ?? [];
  const id = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 40 }) },
  );
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 50 }), nastyValue.map(asText), fc.constantFrom(...ids));
  const queries = operation.parameters
    .filter((each) => each.in === "query")
    .map(({ name, schema }) =>
      fc
        .option(fc.oneof(fuzzOf(document, schema).map(asText), text), { nil: undefined })
        .map((value) => [name, value] as const),
    );
  const content = Object.entries(operation.requestBody?.content ?? {});
  const body =
    content.length === 0
      ? fc.constant(undefined)
      : fc.oneof(
          ...content.map(([type, { schema }]) => ({
            weight: 4,
            arbitrary: fuzzOf(document, schema, ids).map((value) => ({ type, value })),
          })),
          { weight: 1, arbitrary: nastyValue.map((value) => ({ type: "application/json", value })) },
        );
  return fc.record({
    path: fc.tuple(...places.map(() => id)).map((values) => filled(path, values)),
    query: fc.tuple(...queries),
    body,
    headers: fc.record(
      {
        "if-match": fc.constantFrom('"v1"', "*", "x"),
        "idempotency-key": fc.oneof(fc.constant("a"), { weight: 9, arbitrary: fc.uuid() }),
      },
      { requiredKeys: [] },
    ),
  });
}

const asText = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

const filled = (path: string, values: readonly string[]) => {
  let at = 0;
  return path.replace(/\{\w+\}/g, () => encodeURIComponent((values[at++] ?? "x").toWellFormed()));
};

describe("whatever is sent, the answer is one the document knows, and nobody else's", () => {
  test.each(operations)("$operation.operationId", async (operation) => {
    const until = performance.now() + MOST_MILLISECONDS / operations.length;
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(requestOf(operation), async ({ path, query, body, headers }) => {
        if (asked++ > 0 && performance.now() > until) return;
        const search = new URLSearchParams();
        for (const [name, value] of query) if (value !== undefined) search.set(name, value.toWellFormed());
        const target = search.size > 0 ? `${path}?${search}` : path;
        const answer = await mine.ask(operation.method.toUpperCase(), target, {
          ...(body && { body: fuzzText(body.value), headers: { ...headers, "content-type": body.type } }),
          ...(!body && { headers }),
        });
        expect(mine.failures).toEqual([]);
        expect(answer.status).toBeLessThan(500);
        const said = JSON.stringify(answer.body ?? null);
        expect(said.toLowerCase()).not.toContain(TENANT_MARK);
        expect(said).not.toMatch(/\bat .+:\d+:\d+/);
      }),
      { numRuns: RUNS },
    );
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });
});
