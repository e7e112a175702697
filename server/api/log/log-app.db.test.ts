import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { appendEvents } from "@/db/queries/event/append-events";
import { withTenant } from "@/db/with-tenant";
import { verifyLog } from "@/server/services/event/verify-log";
import { logEvents } from "@/server/testing/log-events";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { untilWaiting } from "@/server/testing/until-waiting";
import { createLogApp } from "./log-app";

async function log() {
  const tenant = await testTenant();
  const changed = { type: "delivery.changed", entity: "delivery" } as const;
  await logEvents(
    tenant,
    Array.from({ length: 2100 }, (_, index) => ({
      ...changed,
      entityId: tenant.newId(),
      after: { notes: `Ñ “${index}”\n` },
    })),
  );
  await logEvents(tenant, [
    { type: "route.finished", entity: "route", entityId: tenant.newId(), correlationId: "a b&c" },
  ]);
  const app = createLogApp({ resolve: async () => tenant.context() });
  const ask = (query = "") => app.request(`/api/log/export${query}`);
  const linesOf = async (answer: Response) =>
    (await answer.text())
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { tenant, ask, linesOf };
}

const lastOf = (tenant: TestTenant) => verifyLog(tenant.context()).then(({ lastSeq }) => lastSeq);

describe("GET /api/log/export", () => {
  test("the whole log, oldest first, one line of JSON each, ends with its own entry and carries the chain", async () => {
    const { tenant, ask, linesOf } = await log();
    const answer = await ask();
    expect(answer.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="activity-\d{4}-\d\d-\d\d\.ndjson"$/,
    );
    const lines = await linesOf(answer);
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: await lastOf(tenant) }, (_, index) => index + 1));
    expect(lines[1]).toMatchObject({ type: "delivery.changed", after: { notes: "Ñ “1”\n" }, actorLabel: "Dray" });
    expect(lines.at(-1)).toMatchObject({
      type: "organization.log-exported",
      actorLabel: "Tess Tester",
      data: { wanted: {} },
    });
    const { lastHash } = await verifyLog(tenant.context());
    expect(lines.at(-1)).toMatchObject({ hash: lastHash });
    expect(new Set(lines.map(({ hash }) => hash)).size).toBe(lines.length);
    expect(lines[0]!.contentHash).toBe(createHash("sha256").update(`[{}, null, {"notes": "Ñ “0”\\n"}]`).digest("hex"));
  });

  test("what comes into the log just before is in the export, which still ends with its own entry", async () => {
    const { tenant, ask, linesOf } = await log();
    const asked = await withTenant(tenant.database, tenant.organizationId, async (tx) => {
      await appendEvents(tx, tenant.systemContext().actor, "before", new Date(), [
        { type: "route.finished", entity: "route", entityId: tenant.newId() },
      ]);
      const answer = Promise.resolve(ask());
      await untilWaiting(tenant.database, 1);
      return { answer };
    });
    const lines = await linesOf(await asked.answer);
    expect(lines.slice(-2).map(({ type }) => type)).toEqual(["route.finished", "organization.log-exported"]);
  });

  test("only what is wanted: a kind of thing, a request, who, since when", async () => {
    const { ask, linesOf } = await log();
    const typesOf = async (query: string) => (await linesOf(await ask(query))).map(({ type }) => type);
    expect(await typesOf("?entity=route")).toEqual(["route.finished"]);
    expect(await typesOf("?reference=a+b%26c")).toEqual(["route.finished"]);
    expect(await typesOf("?entity=route&actor=driver")).toEqual([]);
    expect(await typesOf("?from=2999-01-01T00:00:00Z")).toEqual([]);
    expect(await typesOf("?entity=route&before=2999-01-01T00:00:00Z")).toEqual(["route.finished"]);
  });

  test("400, 401, 403: what cannot be understood, nobody, somebody who may not; nothing is written", async () => {
    const { tenant, ask } = await log();
    const before = await lastOf(tenant);
    for (const query of ["?actor=robot", "?from=yesterday", `?entity=${"x".repeat(41)}`]) {
      const answer = await ask(query);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: { code: "invalid" } });
    }
    const nobody = createLogApp({ resolve: async () => null });
    expect((await nobody.request("/api/log/export")).status).toBe(401);
    const viewer = createLogApp({ resolve: async () => tenant.context("viewer") });
    expect((await viewer.request("/api/log/export")).status).toBe(403);
    expect(await lastOf(tenant)).toBe(before);
  });

  test("whoever goes away in the middle leaves nothing open", async () => {
    const { tenant, ask } = await log();
    const reader = (await ask()).body!.getReader();
    await reader.read();
    await reader.cancel();
    expect(await verifyLog(tenant.context())).toMatchObject({ faultCount: 0 });
  });
});
