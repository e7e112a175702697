import { describe, expect, test } from "vitest";
import { insertCustomRole } from "@/db/queries/access/custom-roles";
import { withTenant } from "@/db/with-tenant";
import { testTenant } from "@/server/testing/test-tenant";
import { createLogger } from "./logger";

/** What no line may hold. */
const MARKS = {
  name: "Zanzibarsen",
  street: "Bredgade 4711",
  phone: "+45 20 30 40 50",
  email: "jane.zanzibarsen@example.com",
  latLon: "55.683217, 12.588312",
  token: "dray_live_Zx81kQv93mTTq0aLpW2",
};
const PARTS = ["anzibar", "redgade", "4711", "20 30 40", "20304050", "jane", "55.68", "12.588", "Zx81k", "Hg7kQ2"];

function listen() {
  const lines: string[] = [];
  return { lines, log: createLogger("debug", { write: (line: string) => void lines.push(line) }) };
}

function expectClean(lines: readonly string[]) {
  expect(lines.length).toBeGreaterThan(0);
  const found = PARTS.filter((part) => lines.some((line) => line.includes(part)));
  expect(found, lines.join("")).toEqual([]);
}

describe("the log", () => {
  test("holds nothing of people, whatever a caller puts into it, and still says what happened", () => {
    const { lines, log } = listen();
    const { name, street, phone, email, latLon, token } = MARKS;
    const session = "Hg7kQ2pX9vLm4TzRb8WnYc1Ud6SfJe3Ka5OiQw0E_-a";
    const doc = {
      recipient: { name, phone, email },
      address: { line1: street, location: { lat: 55.683217, lon: 12.588312 } },
    };
    log.info({ ...doc, deep: [{ delivery: doc }], contactName: name, recipient_name: name, customerEmail: email }, "a");
    log.warn({ url: `https://dray.test/run/${session}`, hint: `${phone} / 20304050 / ${email}` }, `at ${latLon}`);
    log.error({ authorization: `Bearer ${token}`, api_key: token }, `key ${token}, Bearer ${session}, 55.683217`);
    log.error("signed by whsec_Hg7kQ2pX+9vLm4/TzRb8WnY+c1Ud6=, shown dray_dt_eyJHg7kQ2.Hg7kQ2pXvLmTzRb");
    log.child({ driverName: name, phone }).error({ err: new Error(`no mail to ${email}`) }, "told %s", email);
    log.error({
      error: Object.assign(new Error("x", { cause: new Error(phone) }), { parameters: [name], detail: street }),
    });
    log.info({ positions: [{ position: [55.683217, 12.588312] }], dsn: `postgres://dray:${name}@db/dray` }, "b");
    expectClean(lines);
    const id = "0190b5a0-1111-7222-8333-444455556666";
    log.info(
      { organizationId: id, job: "send-message", seconds: 12, at: "2026-06-10T07:00:00Z", isKept: true },
      "job done",
    );
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({
      organizationId: id,
      job: "send-message",
      seconds: 12,
      at: "2026-06-10T07:00:00Z",
      isKept: true,
      msg: "job done",
    });
    log.error({ error: new TypeError("cannot read x of undefined") }, "request failed");
    expect(JSON.parse(lines.at(-1)!).error).toMatchObject({ type: "TypeError", message: "cannot read x of undefined" });
  });

  test("holds nothing of what a statement that failed was given", async () => {
    const { lines, log } = listen();
    const { database, organizationId, newId } = await testTenant();
    const { name, street, phone, email } = MARKS;
    // A row of somebody else's: the wall refuses it, naming all that was in it.
    const row = { organizationId: newId(), id: newId(), name, description: `${phone} ${email} ${street}` };
    const failing = withTenant(database, organizationId, (tx) =>
      insertCustomRole(tx, { ...row, permissions: [], createdBy: name, createdAt: new Date() }),
    );
    const error = await failing.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(Error);
    log.error({ job: "send-message", organizationId, error }, "job failed");
    expectClean(lines);
    expect(lines[0]).toContain("custom_role");
  });
});
