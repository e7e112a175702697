import { existsSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { apiClient } from "@/server/testing/api-client";
import type { ConformanceDriver } from "@/server/testing/conformance-driver";
import { FakeGeocoder } from "@/server/testing/fake-geocoder";
import { fuzzedRequests, operationsOf } from "@/server/testing/fuzz-requests";
import { markTenant, TENANT_MARK } from "@/server/testing/marked-tenant";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testProject } from "@/server/testing/order-builders";
import { solvingPorts } from "@/server/testing/solving-ports";
import { testTenant } from "@/server/testing/test-tenant";
import { openApiDocument } from "../kernel/open-api-document";
import { webhookFormatsOf } from "../kernel/webhook-formats";
import { DIALECTS } from "./registry";

const RUNS = Number(process.env.FUZZ_RUNS ?? 12);
/** A dialect's operations together ask for so long, however slow the machine: then each is asked once. */
const MOST_MILLISECONDS = 6000;

/** Nothing is found and nobody is called, but everything may be asked for. */
const PORTS = {
  ...solvingPorts,
  blobs: memoryBlobStore(),
  geocoder: async () => new FakeGeocoder({}),
  webhookFormats: webhookFormatsOf(DIALECTS),
};

/** Those without a fuzz of their own, which knows more of their ids. */
const plain = DIALECTS.filter(({ name }) => !existsSync(new URL(`${name}/fuzz.contract.test.ts`, import.meta.url)));

describe.each(plain)("$name: whatever is sent, the answer is its own, said whole, and nobody else's", (dialect) => {
  const document = openApiDocument(dialect);
  const operations = operationsOf(document);
  let ask: (request: Request) => Promise<Response>;
  let failures: unknown[];
  let ids: readonly string[];

  beforeAll(async () => {
    const { conformanceDriver: driver }: { conformanceDriver: ConformanceDriver } = await import(
      `./${dialect.name}/testing/conformance-driver.ts`
    );
    const caller = async (name: string) => {
      const tenant = await testTenant(PORTS);
      if (name === TENANT_MARK) await markTenant(tenant);
      else await testProject(tenant);
      const client = await apiClient(dialect, tenant);
      const send = async (request: Request) => client.send(await driver.show(request, client.secret, client));
      const response = await send(driver.create({ name }));
      const body = JSON.parse(await response.text());
      const answer = { status: response.status, headers: response.headers, body };
      return { client, send, id: driver.createdId(answer) };
    };
    const [mine, theirs] = [await caller("mine"), await caller(TENANT_MARK)];
    ask = mine.send;
    failures = mine.client.failures;
    ids = [mine.id, theirs.id, driver.nobody, "nobody"];
  });

  test.each(operations)("$method $path", async (operation) => {
    const until = performance.now() + MOST_MILLISECONDS / operations.length;
    let asked = 0;
    const request = fc.constant(null).chain(() => fuzzedRequests(document, operation, ids));
    await fc.assert(
      fc.asyncProperty(request, async ({ target, body }) => {
        if (asked++ > 0 && performance.now() > until) return;
        const response = await ask(
          new Request(`http://dray.test${dialect.basePath}${target}`, {
            method: operation.method.toUpperCase(),
            ...(body && { body: body.text, headers: { "content-type": body.type } }),
          }),
        );
        const said = await response.text();
        expect(failures.splice(0)).toEqual([]);
        expect(response.status).toBeLessThan(500);
        if (response.status !== 204) expect(said).not.toBe("");
        if (response.status >= 400) expect(JSON.parse(said)).toBeTypeOf("object");
        expect(said.toLowerCase()).not.toContain(TENANT_MARK);
        expect(said).not.toMatch(/\.[cm]?[jt]sx?:\d+:\d+/);
      }),
      { numRuns: RUNS },
    );
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });
});
