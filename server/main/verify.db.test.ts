import { execFile } from "node:child_process";
import { expect, test } from "vitest";
import { logEvents } from "@/server/testing/log-events";
import { testTenant } from "@/server/testing/test-tenant";

/** `npm run verify` as a process of its own, against the database the tenant is in. */
function verify(databaseUrl: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, DATABASE_URL: databaseUrl, DRAY_SECRET: "a secret of thirty-two characters" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/run-ts.mjs", "server/main/verify.ts", ...args], { env }, (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err });
    });
  });
}

test("npm run verify says that a log is whole, and where it is not", async () => {
  const tenant = await testTenant();
  const { database, organizationId } = tenant;
  for (const stars of [1, 2, 3]) {
    await logEvents(tenant, [
      { type: "delivery.changed", entity: "delivery", entityId: tenant.newId(), after: { stars } },
    ]);
  }
  const ask = (...args: string[]) => verify(database.url, "--organization", organizationId, ...args);
  const whole = await ask("--json");
  expect(whole).toMatchObject({ code: 0, err: "" });
  const { lastHash, ...verdict } = JSON.parse(whole.out);
  expect(verdict).toMatchObject({ entries: 3, lastSeq: 3, faultCount: 0, faults: [] });
  expect(await ask("--expect", `3:${lastHash}`)).toMatchObject({ code: 0 });
  expect(await ask("--expect", `4:${lastHash}`)).toMatchObject({ code: 1 });
  await database.raw`update event set after = '{"stars": 5}' where organization_id = ${organizationId} and seq = 2`;
  const tampered = await ask();
  expect(tampered.code).toBe(1);
  expect(tampered.out).toBe(
    `${organizationId}: 1 FAULT, 3 entries, not sealed yet, ends with 3:${lastHash}\n  entry 2: says something else than was written\n`,
  );
});

test("what it cannot be asked ends with 2 and says why", async () => {
  const { database } = await testTenant();
  expect(await verify(database.url, "--organization", "nobody")).toEqual({
    code: 2,
    out: "",
    err: "verify: no organization nobody\n",
  });
  for (const args of [["--expect", "3:abc"], ["--expect", `3:${"a".repeat(64)}`], ["--surprise"]]) {
    const { code, err } = await verify(database.url, ...args);
    expect(code).toBe(2);
    expect(err).toContain("Usage: npm run verify");
  }
  const away = await verify("postgres://nobody@127.0.0.1:1/nothing");
  expect(away).toMatchObject({ code: 2, out: "" });
  expect(away.err).toContain("ECONNREFUSED");
});
