import fc from "fast-check";
import { expect } from "vitest";
import { openApiDocument } from "@/server/api/kernel/open-api-document";
import type { ApiClient } from "@/server/testing/api-client";
import { fuzzedRequests, operationsOf } from "@/server/testing/fuzz-requests";
import { TENANT_MARK } from "@/server/testing/marked-tenant";
import { lastmile } from "../lastmile";

const RUNS = Number(process.env.FUZZ_RUNS ?? 12);
const document = openApiDocument(lastmile);

/** Everything the document says can be asked. */
export const OPERATIONS = operationsOf(document);
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
    fc.asyncProperty(requestOf(operation, fuzzer), async ({ request: { target, body }, headers }) => {
      if (asked++ > 0 && performance.now() > until) return;
      const signed = fuzzer.sign?.(body?.text ?? "");
      const answer = await fuzzer.ask(operation.method.toUpperCase(), target, {
        ...(fuzzer.token !== undefined && { token: fuzzer.token }),
        ...(body && { body: body.text }),
        headers: { ...headers, ...signed, ...(body && { "content-type": body.type }) },
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

/** A request of the document's own making, and what may go with any. */
function requestOf(operation: Operation, { ids, own }: Pick<Fuzzer, "ids" | "own">) {
  const headers = {
    "if-match": fc.constantFrom('"v1"', "*", "x"),
    "idempotency-key": fc.oneof(fc.constant("a"), { weight: 9, arbitrary: fc.uuid() }),
  };
  return fc.record({
    request: fuzzedRequests(document, operation, ids, own),
    headers: fc.record(headers, { requiredKeys: [] }),
  });
}
