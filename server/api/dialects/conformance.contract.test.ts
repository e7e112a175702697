import { describe, expect, test } from "vitest";
import { runBulkJob } from "@/server/jobs/handlers/run-bulk-job";
import { revokeApiKey } from "@/server/services/api-key/revoke-api-key";
import { apiClient } from "@/server/testing/api-client";
import type { ConformanceDemand, ConformanceDriver } from "@/server/testing/conformance-driver";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";
import type { Dialect } from "../kernel/dialect";
import { DIALECTS } from "./registry";

/** What a dialect's folder gives the suite; one without it fails here. */
async function driverOf({ name }: Dialect): Promise<ConformanceDriver> {
  const { conformanceDriver } = await import(`./${name}/testing/conformance-driver.ts`);
  return conformanceDriver;
}

/** A tenant that speaks this dialect. */
async function caller(dialect: Dialect, driver: ConformanceDriver, limits: { requestsPerMinute?: number } = {}) {
  const tenant = await testTenant();
  await testProject(tenant);
  const { organizationId, database, jobs } = tenant;
  // The clock of a limit stands still: what is over it stays over it.
  const client = await apiClient(
    dialect,
    tenant,
    limits.requestsPerMinute ? { ...limits, now: () => new Date(0) } : {},
  );
  const asking = async (request: Request, secret: string | null) => {
    const response = await client.send(await driver.show(request, secret, client));
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? undefined : JSON.parse(text) };
  };
  const runJobs = async () => {
    for (const { name, payload } of jobs.splice(0)) {
      if (name !== "run-bulk-job") continue;
      await runBulkJob(
        tenant.systemContext(),
        payload as Parameters<typeof runBulkJob>[1],
        new AbortController().signal,
      );
    }
  };
  const count = async (table: "delivery" | "event") => {
    const [row] = await database.raw`
      select count(*)::int as count from ${database.raw(table)} where organization_id = ${organizationId}`;
    return row!.count as number;
  };
  return { ...client, tenant, asking, ask: (request: Request) => asking(request, client.secret), runJobs, count };
}

describe.each(DIALECTS)("$name, as all dialects", (dialect) => {
  /** A case of the suite: run, or skipped for the reason the dialect gives. */
  const demand = (name: ConformanceDemand, run: (driver: ConformanceDriver) => Promise<void>) =>
    test(name, async ({ skip }) => {
      const driver = await driverOf(dialect);
      const reason = driver.skips[name];
      if (reason !== undefined) {
        expect(reason.split(" ").length, "a skip says why in words").toBeGreaterThan(4);
        skip(reason);
      }
      await run(driver);
    });

  demand("refuses strangers", async (driver) => {
    const { asking, ask, secret, keyId, tenant, count } = await caller(dialect, driver);
    const created = await ask(driver.create({ name: "first" }));
    const request = () => driver.read(driver.createdId(created));
    expect(driver.outcomeOf(await ask(request()))).toBe("done");
    for (const stranger of [null, "nonsense", `${secret}0`, secret.slice(0, -1)]) {
      expect(driver.outcomeOf(await asking(request(), stranger)), String(stranger)).toBe("unauthenticated");
      expect(driver.outcomeOf(await asking(driver.create({ name: "x" }), stranger))).toBe("unauthenticated");
    }
    for (const { method, path } of dialect.endpoints.filter(({ credentials }) => credentials.length > 0)) {
      const url = `http://dray.test${dialect.basePath}${path.replace(/\{\w+\}/g, "x")}`;
      const answer = await asking(new Request(url, { method: method.toUpperCase() }), null);
      expect(driver.outcomeOf(answer), `${method} ${path}`).toBe("unauthenticated");
    }
    await revokeApiKey(tenant.context(), { id: keyId });
    expect(driver.outcomeOf(await ask(request()))).toBe("unauthenticated");
    expect(await count("delivery")).toBe(1);
  });

  demand("hides other tenants", async (driver) => {
    const [mine, theirs] = [await caller(dialect, driver), await caller(dialect, driver)];
    const id = driver.createdId(await theirs.ask(driver.create({ name: "secret" })));
    const before = await theirs.count("event");
    const said = async (request: Request, name: string) => {
      const answer = await mine.ask(request);
      expect(driver.outcomeOf(answer), `${request.method} ${request.url}`).toBe("not-found");
      const correlationId = answer.headers.get("x-correlation-id")!;
      return JSON.stringify(answer.body ?? null)
        .replaceAll(name, "…")
        .replaceAll(correlationId, "…");
    };
    const asked = (of: string) => [driver.read(of), ...driver.about(of)];
    const unknown = asked(driver.nobody);
    for (const [at, request] of asked(id).entries()) {
      expect(await said(request, id)).toBe(await said(unknown[at]!, driver.nobody));
    }
    expect(await theirs.count("event")).toBe(before);
  });

  demand("round trip", async (driver) => {
    const { ask, count } = await caller(dialect, driver);
    for (const name of ["first", "Østerbro 2.tv 🚚"]) {
      const created = await ask(driver.create({ name }));
      expect(driver.outcomeOf(created)).toBe("done");
      const read = await ask(driver.read(driver.createdId(created)));
      expect(driver.seen(read)).toMatchObject(driver.sent({ name }));
    }
    expect(await count("delivery")).toBe(2);
  });

  demand("idempotent retry", async (driver) => {
    const { ask, count } = await caller(dialect, driver);
    const first = await ask(driver.create({ name: "first" }, "once"));
    const again = await ask(driver.create({ name: "first" }, "once"));
    expect(driver.outcomeOf(again)).toBe("done");
    expect(driver.createdId(again)).toBe(driver.createdId(first));
    expect(await count("delivery")).toBe(1);
    const other = await ask(driver.create({ name: "second" }, "twice"));
    expect(driver.createdId(other)).not.toBe(driver.createdId(first));
  });

  demand("bulk with faults", async (driver) => {
    const { ask, runJobs, count } = await caller(dialect, driver);
    const items = [{ name: "a" }, { name: "b", isFaulty: true }, { name: "c" }];
    expect(await driver.createAll(items, { ask, runJobs })).toEqual(["done", "refused", "done"]);
    expect(await count("delivery")).toBe(2);
  });

  demand("rate limit", async (driver) => {
    const { ask, count } = await caller(dialect, driver, { requestsPerMinute: 2 });
    const other = await caller(dialect, driver);
    for (const name of ["a", "b"]) expect(driver.outcomeOf(await ask(driver.create({ name })))).toBe("done");
    const refused = await ask(driver.create({ name: "c" }));
    expect(driver.outcomeOf(refused)).toBe("rate-limited");
    const seconds = driver.retryAfterSeconds(refused);
    if (seconds !== null) expect(seconds).toBeGreaterThan(0);
    expect(await count("delivery")).toBe(2);
    expect(driver.outcomeOf(await other.ask(driver.create({ name: "a" })))).toBe("done");
  });
});
