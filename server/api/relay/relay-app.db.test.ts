import { randomInt, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { noCallRelay } from "@/server/adapters/call-relay/no-call-relay";
import { createNumberCallRelay } from "@/server/adapters/call-relay/number-call-relay";
import { createRunApp } from "@/server/api/run/run-app";
import { resolveDriverSession } from "@/server/auth/resolve-driver-session";
import { resolveRelayCode } from "@/server/auth/resolve-relay-code";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import type { Actor } from "@/server/domain/access/actor";
import type { RouteSheet } from "@/server/domain/plan/route-sheet";
import type { CallRelay } from "@/server/ports/call-relay";
import { listMessages } from "@/server/services/message/list-messages";
import { readRouteSheet } from "@/server/services/plan/read-route-sheet";
import { resendLink } from "@/server/services/plan/resend-link";
import { drivenDay } from "@/server/testing/driven-day";
import { createRelayApp } from "./relay-app";

const SECRET = "the-operators-own";
const realRelay = createNumberCallRelay({ number: "+34900111222", secret: SECRET, codeKey: "ours" });
/** Two doors of the first route, one of the second. */
const CUSTOMERS = ["+34600000001", "+34600000002", "+34600000003"] as const;

async function relayedDay(callRelay: CallRelay = realRelay) {
  const day = await drivenDay([[0, 1], [2]]);
  const { scenario, clock } = day;
  const { database } = scenario.tenant;
  // Their own in each test: a relay is one for all organizations.
  const unique = String(randomInt(1_000_000)).padStart(6, "0");
  const drivers = [`+3470${unique}1`, `+3470${unique}2`] as const;
  for (const [index, phone] of CUSTOMERS.entries()) {
    await database.raw`update delivery_visit set contact_phone = ${phone} where id = ${scenario.visitIds[index]!}`;
  }
  for (const [index, phone] of drivers.entries()) {
    await database.raw`update driver set phone = ${phone} where email = ${`driver${index}@example.com`}
      and organization_id = ${scenario.tenant.organizationId}`;
  }
  const as = (actor: Actor) => ({ ...scenario.context("owner", { callRelay }), actor });
  const by = (resolve: typeof resolveRouteLink) => async (token: string) => {
    const actor = await resolve(database, token, clock.now());
    return actor && as(actor);
  };
  const run = createRunApp({ byLink: by(resolveRouteLink), bySession: by(resolveDriverSession) });
  const relay = createRelayApp({
    mayResolve: callRelay.mayResolve,
    byCode: async (code) => (await resolveRelayCode(database, callRelay, code, clock.now())).map(as),
  });
  const call = async (app: typeof run, path: string, bearer: string, body?: unknown) => {
    const method = body === undefined ? "GET" : "POST";
    const headers = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
    const response = await app.request(path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  };
  const driver = async (path: string, token: string, body?: unknown) => call(run, `/api/run/${path}`, token, body);
  const open = async (route = 0) => {
    const { text } = await driver("session", day.links[route]!, {});
    return (JSON.parse(text) as { token: string }).token;
  };
  const sheetOf = async (token: string) =>
    (JSON.parse((await driver("route", token)).text) as { sheet: RouteSheet }).sheet;
  const resolve = async (body: unknown, secret = SECRET) => {
    const { status, text } = await call(relay, "/api/relay/resolve", secret, body);
    return { status, ...(JSON.parse(text) as Record<string, unknown>) };
  };
  return { ...day, by, driver, drivers, open, sheetOf, resolve };
}

describe("a call relay", () => {
  test("gives the driver a number and a code for each door, and no customer's number anywhere", async () => {
    const { open, driver, sheetOf, act, clock, links, scenario, by } = await relayedDay();
    const token = await open();
    const { stops } = await sheetOf(token);
    expect(stops.map(({ phone }) => phone)).toEqual(["+34900111222", "+34900111222"]);
    expect(new Set(stops.map(({ phoneCode }) => phoneCode)).size).toBe(2);
    const [visitId] = scenario.visitIds;
    const answers = [
      await driver("route", token),
      await driver("ops", token, { deviceNow: clock.now(), ops: [act({ type: "arrive", visitId })] }),
      await driver("notes", token, { messageId: randomUUID(), visitId, note: "late" }),
      await driver("notes", token, { messageId: randomUUID(), visitId: scenario.visitIds[2], note: "late" }),
      { status: 200, text: JSON.stringify(await readRouteSheet((await by(resolveRouteLink)(links[0]!))!, {})) },
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 200]);
    for (const { text } of answers) expect(text).not.toMatch(/3460000000\d/);
  });

  test("says to its operator alone whom a code connects, for as long as the link is good", async () => {
    const { open, sheetOf, resolve, scenario, clock, drivers } = await relayedDay();
    const { stops } = await sheetOf(await open());
    const { visitId, phoneCode: code } = stops[1]!;
    const customer = CUSTOMERS[scenario.visitIds.indexOf(visitId)]!;
    const both = { status: 200, driver: drivers[0], customer };
    expect(await resolve({ code })).toEqual({ ...both, connect: null });
    expect(await resolve({ code, caller: drivers[0] })).toEqual({ ...both, connect: customer });
    expect(await resolve({ code, caller: customer })).toEqual({ ...both, connect: drivers[0] });
    for (const wrong of ["", "wrong", `${SECRET}x`]) expect((await resolve({ code }, wrong)).status).toBe(401);
    for (const bad of [{}, { code: "12" }, { code: 12345678 }, []]) expect((await resolve(bad)).status).toBe(400);
    expect((await resolve({ code: "00000000" })).status).toBe(404);
    const [routeId] = scenario.routeIds;
    const { planId } = scenario;
    await resendLink(scenario.context(), { planId, routeId: routeId!, mutationId: scenario.mutationId() });
    expect((await resolve({ code })).status).toBe(404);
    const again = (await sheetOf(await open(1))).stops[0]!;
    expect((await resolve({ code: again.phoneCode })).status).toBe(200);
    clock.advanceSeconds(30 * 24 * 3600);
    expect((await resolve({ code: again.phoneCode })).status).toBe(404);
  });

  test("of two calls with one code it means the caller's", async () => {
    const alike = { ...realRelay, lineFor: () => ({ number: "+34900111222", code: "12345678" }), isOf: () => true };
    const { resolve, drivers } = await relayedDay(alike);
    expect((await resolve({ code: "12345678" })).status).toBe(409);
    expect((await resolve({ code: "12345678", caller: "+34999999999" })).status).toBe(409);
    expect(await resolve({ code: "12345678", caller: drivers[1] })).toMatchObject({ connect: CUSTOMERS[2] });
  });

  test("writes to a customer in our words, once, and not without end", async () => {
    const { open, driver, scenario } = await relayedDay();
    const token = await open();
    const [visitId] = scenario.visitIds;
    const note = { messageId: randomUUID(), visitId, note: "on-the-way" };
    expect((await driver("notes", token, note)).status).toBe(200);
    expect((await driver("notes", token, note)).status).toBe(200);
    const notes = async () =>
      (await listMessages(scenario.context(), {})).filter(({ purpose }) => purpose === "customer-note");
    const [written, ...others] = await notes();
    expect(others).toEqual([]);
    expect(written).toMatchObject({ channel: "sms", recipient: CUSTOMERS[0] });
    expect(written!.body).toContain("on the way to you");
    for (let count = 1; count < 5; count++) await driver("notes", token, { ...note, messageId: randomUUID() });
    expect((await driver("notes", token, { ...note, messageId: randomUUID() })).status).toBe(429);
    expect(await notes()).toHaveLength(5);
    expect((await driver("notes", token, { ...note, messageId: randomUUID(), note: "call me: +34…" })).status).toBe(
      400,
    );
  });
});

test("without a relay a driver has the numbers themselves", async () => {
  const { open, sheetOf, resolve } = await relayedDay(noCallRelay);
  const { stops } = await sheetOf(await open());
  expect(stops.map(({ phone, phoneCode }) => [phone, phoneCode]).sort()).toEqual(
    CUSTOMERS.slice(0, 2).map((phone) => [phone, ""]),
  );
  expect((await resolve({ code: "12345678" })).status).toBe(401);
});
