import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openApiDocument } from "@/server/api/kernel/open-api-document";
import { fuzzOf, nastyValue } from "@/server/testing/fuzz-schema";
import { lastmile } from "./lastmile";
import { deliveryRequest, type Shop, shop } from "./testing/shop";

const MARK = "zanzibar";
const RUNS = Number(process.env.FUZZ_RUNS ?? 15);
const document = openApiDocument(lastmile);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** A request of the document's own making, with ids of this tenant, of another one, and of nobody in its path. */
function requestOf({ path, operation }: (typeof operations)[number], ids: readonly string[]) {
  const places = path.match(/\{\w+\}/g) ?? [];
  const id = fc.oneof(fc.constantFrom(...ids), fc.string({ unit: "binary", minLength: 1, maxLength: 40 }));
  const query = operation.parameters.filter((each) => each.in === "query");
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 50 }), nastyValue.map(asText));
  const queries = query.map(({ name, schema }) =>
    fc
      .option(fc.oneof(fuzzOf(document, schema).map(asText), text), { nil: undefined })
      .map((value) => [name, value] as const),
  );
  const content = Object.entries(operation.requestBody?.content ?? {});
  const body =
    content.length === 0
      ? fc.constant(undefined)
      : fc.oneof(
          ...content.map(([type, { schema }]) => fuzzOf(document, schema).map((value) => ({ type, value }))),
          nastyValue.map((value) => ({ type: "application/json", value })),
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

async function made({ ask }: Shop, note: string): Promise<readonly string[]> {
  const body = deliveryRequest({ source: note, metadata: { note } });
  const delivery = await ask("POST", "/deliveries", { body });
  const headers = { "content-type": "application/x-ndjson" };
  const job = await ask("POST", "/deliveries/bulk", { body: JSON.stringify(body), headers });
  return [delivery.body.delivery_id, job.body.job_id];
}

describe("whatever is sent, the answer is one the document knows, and nobody else's", () => {
  test.each(operations)("$operation.operationId", async (operation) => {
    const [mine, theirs] = [await shop(), await shop()];
    const ids = [...(await made(mine, "mine")), ...(await made(theirs, MARK))];
    await fc.assert(
      fc.asyncProperty(requestOf(operation, ids), async ({ path, query, body, headers }) => {
        const search = new URLSearchParams();
        for (const [name, value] of query) if (value !== undefined) search.set(name, value.toWellFormed());
        const asked = search.size > 0 ? `${path}?${search}` : path;
        const answer = await mine.ask(operation.method.toUpperCase(), asked, {
          ...(body && {
            body: JSON.stringify(body.value) ?? "null",
            headers: { ...headers, "content-type": body.type },
          }),
          ...(!body && { headers }),
        });
        expect(mine.failures).toEqual([]);
        expect(answer.status).toBeLessThan(500);
        const text = JSON.stringify(answer.body ?? null);
        expect(text).not.toContain(MARK);
        expect(text).not.toMatch(/\bat .+:\d+:\d+/);
      }),
      { numRuns: RUNS },
    );
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });
});
