import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openApiDocument } from "@/server/api/kernel/open-api-document";
import { fuzzOf, fuzzText, nastyValue } from "@/server/testing/fuzz-schema";
import { easyroutes } from "./easyroutes";
import { plannedShop } from "./testing/shop";

const RUNS = Number(process.env.FUZZ_RUNS ?? 8);
const document = openApiDocument(easyroutes);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

let mine: Awaited<ReturnType<typeof plannedShop>>;
let ids: readonly string[];
beforeAll(async () => {
  mine = await plannedShop([{ at: [1, 1] }]);
  const body = [{ address: { address1: "Bredgade 1" }, clientStopId: "c" }];
  const { stops } = (await mine.ask("POST", "/stops/imports", { body })).body;
  ids = [mine.route(0), mine.stop(0), stops[0].id, "c", "nobody", "rte-00000000-0000-0000-0000-000000000000"];
});

const asText = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

describe("whatever is sent, the answer is one the document knows", () => {
  test.each(operations)("$operation.operationId", async ({ path, method, operation }) => {
    const places = path.match(/\{\w+\}/g) ?? [];
    const part = fc.oneof(fc.constantFrom(...ids), fc.string({ unit: "binary", minLength: 1, maxLength: 40 }));
    const queries = operation.parameters
      .filter((each) => each.in === "query")
      .map(({ name, schema }) =>
        fc
          .option(fc.oneof(fuzzOf(document, schema).map(asText), nastyValue.map(asText)), { nil: undefined })
          .map((value) => [name, value] as const),
      );
    const schema = operation.requestBody?.content["application/json"]?.schema;
    const body = schema ? fc.oneof(fuzzOf(document, schema, ids), nastyValue) : fc.constant(undefined);
    const request = fc.tuple(fc.tuple(...places.map(() => part)), fc.tuple(...queries), body);
    await fc.assert(
      fc.asyncProperty(request, async ([parts, search, sent]) => {
        let at = 0;
        const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent((parts[at++] ?? "x").toWellFormed()));
        const query = new URLSearchParams();
        for (const [name, value] of search) if (value !== undefined) query.set(name, value.toWellFormed());
        const asked = sent === undefined ? {} : { body: fuzzText(sent) };
        const answer = await mine.ask(method.toUpperCase(), query.size > 0 ? `${filled}?${query}` : filled, asked);
        expect(mine.failures).toEqual([]);
        expect(answer.status).toBeLessThan(500);
        expect(answer.body).toBeDefined();
      }),
      { numRuns: RUNS },
    );
  });
});
