import { beforeAll, describe, expect, test } from "vitest";
import { resolveApiCaller } from "@/server/auth/resolve-api-caller";
import { API_SCOPES } from "@/server/domain/access/api-scopes";
import { ROLES } from "@/server/domain/access/permissions";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { changeApiKey } from "../api-key/change-api-key";
import { createApiKey } from "../api-key/create-api-key";
import { revokeApiKey } from "../api-key/revoke-api-key";
import { rotateApiKey } from "../api-key/rotate-api-key";
import type { Vendor } from "../migration/vendor";
import { addPartner } from "../partner/add-partner";
import { createAccess } from "./create-access";
import { inKeysHome } from "./in-keys-home";
import { listAccess } from "./list-access";
import { listApis } from "./list-apis";

const ACME: Vendor = {
  name: "acme",
  title: "Acme API",
  basePath: "/acme/v1",
  keyForms: ["key", "client"],
  scopes: ["deliveries:read", "deliveries:write"],
  possibleScopes: ["deliveries:read", "deliveries:write", "keys:manage"],
  isForPartners: true,
  hasSandbox: true,
  credentialsOf: ({ secret }) => [{ label: "key", value: secret, isSecret: true }],
  tryIt: (baseUrl, [key]) => `curl ${baseUrl}/orders?key=${key!.value}`,
};
const BARE: Vendor = {
  ...ACME,
  name: "bare",
  basePath: "/bare",
  keyForms: ["key"],
  isForPartners: false,
  hasSandbox: false,
};
const vendors = new Map([ACME, BARE].map((each) => [each.name, each]));
const READING = ["deliveries:read" as const];
const DAY_MS = 86_400_000;

let at = Date.now();
let tenant: TestTenant;
beforeAll(async () => {
  tenant = await testTenant({ vendors, clock: { now: () => new Date(at) } });
});
const made = (key: Partial<Parameters<typeof createApiKey>[1]> = {}) =>
  createApiKey(tenant.context(), { name: "Till", scopes: READING, ...key });
const opens = async (secret: string, of = tenant) =>
  (await resolveApiCaller({ database: of.database, secret: "s" }, secret, new Date(at))) !== null;
const eventsOf = (id: string) =>
  tenant.database.raw`select type, before, after, data from event where entity_id = ${id} order by seq`;
const refusal = (reason: string) => ({ details: { reason } });

describe("a key", () => {
  test("is made for one API in its words, and its secret is kept nowhere", async () => {
    const { credentials, tryIt, baseUrl, keyId } = await createAccess(tenant.context(), {
      api: "acme",
      kind: "key",
      name: " Till ",
      scopes: READING,
      requestsPerMinute: 60,
    });
    expect({ baseUrl, tryIt }).toEqual({
      baseUrl: "http://dray.test/acme/v1",
      tryIt: `curl http://dray.test/acme/v1/orders?key=${credentials[0]!.value}`,
    });
    const [row] = await tenant.database.raw`select * from api_key where id = ${keyId}`;
    expect(row).toMatchObject({ name: "Till", dialect: "acme", is_client: false, requests_per_minute: 60 });
    expect(row!.secret_hash).toMatch(/^[0-9a-f]{64}$/);
    const listed = (await listAccess(tenant.context(), {})).find(({ id }) => id === keyId)!;
    expect(listed).toMatchObject({ name: "Till", createdBy: "Tess Tester", expiresAt: null, lastUsedAt: null });
    const said = JSON.stringify([row, listed, await eventsOf(keyId)]);
    expect(said).not.toContain(credentials[0]!.value);
  });

  test("is refused: no name, a long one, an end that is over, an API or a kind there is not, no scope", async () => {
    const services = tenant.context();
    const asked = { api: "acme", kind: "key" as const, name: "Till", scopes: READING };
    const wrong = [
      { name: "  " },
      { name: "x".repeat(121) },
      { expiresAt: new Date(at) },
      { expiresAt: new Date(at - DAY_MS) },
      { scopes: [] },
      { scopes: ["everything" as never] },
      { requestsPerMinute: 0 },
      { kind: "partner" as const },
      { kind: "key" as const, partnerId: tenant.newId() },
    ];
    for (const each of wrong) {
      await expect(createAccess(services, { ...asked, ...each })).rejects.toMatchObject(refusal("input"));
    }
    await expect(createAccess(services, { ...asked, api: "nobody" })).rejects.toMatchObject({ code: "not-found" });
    for (const kind of ["client", "sandbox", "partner"] as const) {
      const bare = { ...asked, api: "bare", kind, partnerId: kind === "partner" ? tenant.newId() : null };
      await expect(createAccess(services, bare)).rejects.toMatchObject(refusal("input"));
    }
    const strange = { ...asked, kind: "partner" as const, partnerId: tenant.newId(), scopes: [] };
    await expect(createAccess(services, strange)).rejects.toMatchObject({ code: "not-found" });
  });

  test("may do no more than who makes it, or is given its other secret", async () => {
    const { id } = await made({ scopes: ["deliveries:write"] });
    const owner = tenant.context();
    const permissions = new Set(["members.manage", "order.read"] as const);
    const clerk = { ...owner, actor: { ...owner.actor, permissions } };
    expect((await listApis(clerk, {})).apis[0]!.scopes).toEqual(["deliveries:read", "keys:manage"]);
    await expect(createApiKey(clerk, { name: "x", scopes: ["deliveries:write"] })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(rotateApiKey(clerk, { id, overlapDays: 0 })).rejects.toMatchObject({ code: "forbidden" });
    await createApiKey(clerk, { name: "x", scopes: ["deliveries:read"] });
  });

  test("is seen and managed by who lets people in, and by nobody else", async () => {
    const { id } = await made();
    for (const role of ROLES) {
      const services = tenant.context(role);
      const tries = [
        listAccess(services, {}),
        changeApiKey(services, { id, name: role }),
        createAccess(services, { api: "acme", kind: "sandbox", name: role, scopes: READING }),
      ];
      const outcomes = await Promise.allSettled(tries);
      const may = role === "owner" || role === "admin";
      expect(
        outcomes.map(({ status }) => status),
        role,
      ).toEqual(tries.map(() => (may ? "fulfilled" : "rejected")));
    }
  });

  test("is another organization’s, and to everybody else as if it were not there", async () => {
    const { id, secret } = await made();
    const stranger = (await testTenant({ vendors })).context();
    const tries = [
      () => changeApiKey(stranger, { id, name: "mine" }),
      () => rotateApiKey(stranger, { id, overlapDays: 0 }),
      () => revokeApiKey(stranger, { id }),
      () => inKeysHome(revokeApiKey)(stranger, { id, isSandbox: true }),
    ];
    for (const each of tries) await expect(each()).rejects.toMatchObject({ code: "not-found" });
    expect(await opens(secret)).toBe(true);
  });
});

describe("a key that is there", () => {
  test("is renamed, ends sooner or later, asks more or less often, and the log says what was and what is", async () => {
    const { id, secret } = await made({ expiresAt: new Date(at + DAY_MS) });
    const services = tenant.context();
    await changeApiKey(services, { id, name: "Shop" });
    await changeApiKey(services, { id, name: "Shop" });
    const expiresAt = new Date(at + 2 * DAY_MS);
    await changeApiKey(services, { id, expiresAt, requestsPerMinute: 10 });
    expect(await eventsOf(id)).toMatchObject([
      { type: "api-key.created" },
      { type: "api-key.renamed", before: { name: "Till" }, after: { name: "Shop" } },
      { type: "api-key.changed", after: { expiresAt: expiresAt.toISOString(), requestsPerMinute: 10 } },
    ]);
    at += 2 * DAY_MS;
    expect(await opens(secret)).toBe(false);
    await expect(changeApiKey(services, { id, expiresAt: new Date(at - 1) })).rejects.toMatchObject(refusal("input"));
    await changeApiKey(services, { id, expiresAt: null });
    expect(await opens(secret)).toBe(true);
  });

  test("is given another secret: the one it had is good for as long as was said, one before that no longer", async () => {
    const first = await made();
    const services = tenant.context();
    const second = await rotateApiKey(services, { id: first.id, overlapDays: 7 });
    expect([await opens(first.secret), await opens(second.secret)]).toEqual([true, true]);
    at += 7 * DAY_MS - 1000;
    expect(await opens(first.secret)).toBe(true);
    at += 1000;
    expect([await opens(first.secret), await opens(second.secret)]).toEqual([false, true]);
    const third = await rotateApiKey(services, { id: first.id, overlapDays: 1 });
    const fourth = await rotateApiKey(services, { id: first.id, overlapDays: 1 });
    const all = [first, second, third, fourth];
    expect(await Promise.all(all.map(({ secret }) => opens(secret)))).toEqual([false, false, true, true]);
    await revokeApiKey(services, { id: first.id });
    expect([await opens(third.secret), await opens(fourth.secret)]).toEqual([false, false]);
    const said = JSON.stringify(await eventsOf(first.id));
    for (const { secret } of all) expect(said).not.toContain(secret);
    expect((await eventsOf(first.id)).map(({ type }) => type)).toEqual([
      "api-key.created",
      "api-key.rotated",
      "api-key.rotated",
      "api-key.rotated",
      "api-key.revoked",
    ]);
    for (const overlapDays of [-1, 8, 0.5]) {
      await expect(rotateApiKey(services, { id: first.id, overlapDays })).rejects.toMatchObject(refusal("input"));
    }
  });

  test("ends no later for having been exchanged", async () => {
    const first = await made({ expiresAt: new Date(at + DAY_MS) });
    const second = await rotateApiKey(tenant.context(), { id: first.id, overlapDays: 7 });
    at += DAY_MS;
    expect([await opens(first.secret), await opens(second.secret)]).toEqual([false, false]);
  });

  test("is shut once and for good; twice changes nothing more", async () => {
    const { id, secret } = await made();
    const services = tenant.context();
    await revokeApiKey(services, { id });
    await revokeApiKey(services, { id });
    expect(await opens(secret)).toBe(false);
    expect((await eventsOf(id)).filter(({ type }) => type === "api-key.revoked")).toHaveLength(1);
    await expect(rotateApiKey(services, { id, overlapDays: 0 })).rejects.toMatchObject(refusal("key-shut"));
    await expect(changeApiKey(services, { id, name: "again" })).rejects.toMatchObject(refusal("key-shut"));
  });

  test("of a partner is replaced by another one", async () => {
    const { id: partnerId } = await addPartner(tenant.context(), { partner: { name: "Nordbud", type: "3pl" } });
    const { id } = await made({ partnerId, scopes: [] });
    const rotated = rotateApiKey(tenant.context(), { id, overlapDays: 0 });
    await expect(rotated).rejects.toMatchObject(refusal("partner-token"));
  });

  test("of the sandbox is listed beside the real ones, and managed where it is", async () => {
    const own = await testTenant({ vendors });
    const services = own.context();
    const { keyId: id, credentials } = await createAccess(services, {
      api: "acme",
      kind: "sandbox",
      name: "Trial",
      scopes: [...API_SCOPES],
    });
    expect(credentials[0]!.value).toMatch(/^dray_test_/);
    expect(await listAccess(services, {})).toMatchObject([{ id, kind: "sandbox", dialect: "acme" }]);
    await expect(revokeApiKey(services, { id })).rejects.toMatchObject({ code: "not-found" });
    await inKeysHome(changeApiKey)(services, { id, name: "Trials", isSandbox: true });
    await inKeysHome(revokeApiKey)(services, { id, isSandbox: true });
    expect(await listAccess(services, {})).toMatchObject([{ id, name: "Trials", revokedAt: expect.any(Date) }]);
    const caller = await resolveApiCaller({ database: own.database, secret: "s" }, credentials[0]!.value, new Date());
    expect(caller).toBeNull();
  });
});
