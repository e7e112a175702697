import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiScope } from "@/server/domain/access/api-scopes";
import { SCOPE_PRESETS, scopesOfPreset } from "@/server/domain/access/scope-presets";
import { createAccess } from "@/server/services/api-access/create-access";
import { listApis } from "@/server/services/api-access/list-apis";
import { rotateAccess } from "@/server/services/api-access/rotate-access";
import { makeVendorKey } from "@/server/services/migration/make-vendor-key";
import { addPartner } from "@/server/services/partner/add-partner";
import { apiClient } from "@/server/testing/api-client";
import { testProject } from "@/server/testing/order-builders";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { createDialectApp } from "../kernel/create-dialect-app";
import { vendorsOf } from "../kernel/vendors";
import { DIALECTS } from "./registry";

const run = promisify(execFile);
const hasCurl = run("curl", ["--version"]).then(
  () => true,
  () => false,
);

let server: Server;
let tenant: TestTenant;
let origin: string;
beforeAll(async () => {
  tenant = await testTenant({ vendors: vendorsOf(DIALECTS) });
  await testProject(tenant);
  const { access } = await apiClient(DIALECTS[0]!, tenant);
  const app = new Hono();
  for (const dialect of DIALECTS) app.route("/", createDialectApp(dialect, access));
  server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close().closeAllConnections());

const services = () => ({ ...tenant.context(), baseUrl: origin });

/** What a line answers, run as it is shown; an answer that is a refusal fails. */
async function answerOf(line: string): Promise<unknown> {
  const { stdout } = await run("sh", ["-c", `${line} --silent --show-error --fail`]);
  return JSON.parse(stdout);
}

describe.each(DIALECTS)("what is shown to try $name with", ({ name: api }) => {
  test("answers, whatever a key was made for", async ({ skip }) => {
    if (!(await hasCurl)) skip("there is no curl here");
    const found = (await listApis(services(), {})).apis.find(({ name }) => name === api)!;
    const kinds = found.kinds.filter((kind) => kind !== "partner");
    expect(kinds.length).toBeGreaterThan(0);
    for (const kind of kinds) {
      for (const preset of SCOPE_PRESETS) {
        const scopes = [...scopesOfPreset(preset, found.scopes)];
        const { tryIt } = await createAccess(services(), { api, kind, name: preset, scopes });
        expect(tryIt, `${kind}, ${preset}`).not.toBeNull();
        expect(await answerOf(tryIt!), `${kind}, ${preset}`).toBeTruthy();
      }
    }
  });

  test("answers for every single scope, or is not shown", async ({ skip }) => {
    if (!(await hasCurl)) skip("there is no curl here");
    const found = (await listApis(services(), {})).apis.find(({ name }) => name === api)!;
    const shown: ApiScope[] = [];
    for (const scope of found.scopes) {
      const { tryIt } = await createAccess(services(), { api, kind: found.kinds[0]!, name: scope, scopes: [scope] });
      if (tryIt === null) continue;
      expect(await answerOf(tryIt), scope).toBeTruthy();
      shown.push(scope);
    }
    expect(shown).toEqual(expect.arrayContaining(found.scopes.filter((scope) => scope === "plans:read")));
    expect(shown.length).toBeGreaterThan(0);
  });

  test("answers for who moves here, and for a secret that was exchanged", async ({ skip }) => {
    if (!(await hasCurl)) skip("there is no curl here");
    const moved = await makeVendorKey(services(), { vendor: api });
    expect(await answerOf(moved.tryIt!)).toBeTruthy();
    const rotated = await rotateAccess(services(), { id: moved.keyId, overlapDays: 1 });
    expect(await answerOf(rotated.tryIt!)).toBeTruthy();
    expect(await answerOf(moved.tryIt!)).toBeTruthy();
    const last = await rotateAccess(services(), { id: moved.keyId, overlapDays: 0 });
    await expect(answerOf(rotated.tryIt!)).rejects.toThrow("401");
    expect(await answerOf(last.tryIt!)).toBeTruthy();
  });
});

test("a partner’s token is tried with his own assignments", async ({ skip }) => {
  if (!(await hasCurl)) skip("there is no curl here");
  const { apis, partners } = await listApis(services(), {});
  expect(partners).toEqual([]);
  const { id: partnerId } = await addPartner(services(), { partner: { name: "Nordbud", type: "3pl" } });
  const api = apis.find(({ kinds }) => kinds.includes("partner"))!.name;
  const made = await createAccess(services(), { api, kind: "partner", name: "Nordbud", scopes: [], partnerId });
  expect(await answerOf(made.tryIt!)).toMatchObject({ items: [] });
  expect(made.credentials.map(({ label }) => label)).toContain("Signing secret");
});
