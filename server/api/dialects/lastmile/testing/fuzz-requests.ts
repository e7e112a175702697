import fc from "fast-check";
import { expect } from "vitest";
import { openApiDocument } from "@/server/api/kernel/open-api-document";
import type { ApiClient } from "@/server/testing/api-client";
import { fuzzOf, fuzzText, nastyValue } from "@/server/testing/fuzz-schema";
import { TENANT_MARK } from "@/server/testing/marked-tenant";
import { lastmile } from "../lastmile";

const RUNS = Number(process.env.FUZZ_RUNS ?? 12);
const document = openApiDocument(lastmile);

/** Everything the document says can be asked. */
export const OPERATIONS = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
type Operation = (typeof OPERATIONS)[number];

/** Who asks, and with which ids. */
export interface Fuzzer {
  readonly ask: ApiClient["ask"];
  readonly failures: readonly unknown[];
  /** Of this tenant, of another one, and of nobody. */
  readonly ids: readonly string[];
  /** Parts of the path that are nearly always the asker's own, by name. */
  readonly own?: Readonly<Record<string, string>>;
  /** Another token than the client's. */
  readonly token?: string;
  /** What a sender adds to a body of his. */
  readonly sign?: (text: string) => Readonly<Record<string, string>>;
}

/**
 * Asks an operation whatever its schemas allow and much that they do not, for so long: no answer is our fault, says where
 * the code stands, or has anything of another tenant in it. What is undocumented the client refuses.
 */
export async function fuzz(operation: Operation, fuzzer: Fuzzer, milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds;
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(requestOf(operation, fuzzer), async ({ path, query, body, headers }) => {
      if (asked++ > 0 && performance.now() > until) return;
      const search = new URLSearchParams();
      for (const [name, value] of query) if (value !== undefined) search.set(name, value.toWellFormed());
      const target = search.size > 0 ? `${path}?${search}` : path;
      const text = body && fuzzText(body.value);
      const signed = fuzzer.sign?.(text ?? "");
      const answer = await fuzzer.ask(operation.method.toUpperCase(), target, {
        ...(fuzzer.token !== undefined && { token: fuzzer.token }),
        ...(body && { body: text, headers: { ...headers, ...signed, "content-type": body.type } }),
        ...(!body && { headers: { ...headers, ...signed } }),
      });
      expect(fuzzer.failures).toEqual([]);
      expect(answer.status).toBeLessThan(500);
      const said = JSON.stringify(answer.body ?? null);
      expect(said.toLowerCase()).not.toContain(TENANT_MARK);
      expect(said).not.toMatch(/\bat .+:\d+:\d+/);
    }),
    { numRuns: RUNS },
  );
  expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
}

/** A request of the document's own making, of one of its operations. */
function requestOf({ path, operation }: Operation, { ids, own = {} }: Pick<Fuzzer, "ids" | "own">) {
  const places = path.match(/\{\w+\}/g) ?? [];
  const id = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 40 }) },
  );
  const idFor = (place: string) => {
    const mine = own[place.slice(1, -1)];
    return mine === undefined
      ? id
      : fc.oneof({ weight: 9, arbitrary: fc.constant(mine) }, { weight: 1, arbitrary: id });
  };
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
    path: fc.tuple(...places.map(idFor)).map((values) => filled(path, values)),
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
