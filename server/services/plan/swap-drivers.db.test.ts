import { describe, expect, test } from "vitest";
import { createRunApp } from "@/server/api/run/run-app";
import { resolveDriverSession, resolveFormerDriverSession } from "@/server/auth/resolve-driver-session";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import { routeVisitIds } from "@/server/domain/plan/plan-board";
import { drivenDay } from "@/server/testing/driven-day";
import { planScenario } from "@/server/testing/plan-scenario";
import { ServiceError } from "../kernel/service-error";
import { listMessages } from "../message/list-messages";
import { dispatchRoutes } from "./dispatch-routes";
import { moveStops } from "./move-stops";
import { previewSwap } from "./preview-swap";
import { previewTurn } from "./preview-turn";
import { swapRouteDrivers } from "./swap-drivers";
import { undoEdit } from "./undo-edit";

/** A day on the road whose drivers speak through the API their phones use. */
async function dayWithPhones(routes: readonly (readonly number[])[]) {
  const day = await drivenDay(routes);
  const { scenario, clock } = day;
  const by = (resolve: typeof resolveRouteLink) => async (token: string) => {
    const actor = await resolve(scenario.tenant.database, token, clock.now());
    return actor && { ...scenario.context(), actor };
  };
  const app = createRunApp({
    byLink: by(resolveRouteLink),
    bySession: by(resolveDriverSession),
    byFormerSession: by(resolveFormerDriverSession),
  });
  const call = async (method: "GET" | "POST", path: string, token: string, body?: unknown) => {
    const response = await app.request(`/api/run${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const open = async (link: string) => (await call("POST", "/session", link)).body.token as string;
  const send = (token: string, ...ops: readonly unknown[]) =>
    call("POST", "/ops", token, { deviceNow: clock.now(), ops });
  return { ...day, call, open, send };
}

type Day = Awaited<ReturnType<typeof dayWithPhones>>;

async function swap({ scenario }: Pick<Day, "scenario">, route: number, driver: number | string, over: object = {}) {
  const driverId = typeof driver === "string" ? driver : scenario.driverIds[driver]!;
  const asked = { planId: scenario.planId, routeId: scenario.routeIds[route]!, driverId };
  const { base } = await previewSwap(scenario.context(), asked);
  const all = { ...asked, mutationId: scenario.mutationId(), confirmed: [...base], ...over };
  return swapRouteDrivers(scenario.context(), all);
}

const driversOf = async ({ scenario }: Pick<Day, "scenario">) =>
  (await scenario.board()).routes.map(({ driver, vehicle }) => `${driver.name} in ${vehicle.label}`);

const newest = async ({ scenario }: Day, recipient: string, purpose: string) =>
  (await listMessages(scenario.context(), {})).find((each) => each.recipient === recipient && each.purpose === purpose);

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) =>
      error instanceof ServiceError ? { code: error.code, ...error.details } : Promise.reject(error),
  );

/** A driver of the project who is not on the day. */
async function reserve({ scenario }: Pick<Day, "scenario">, over: { phone?: string; email?: string } = {}) {
  const { organizationId, database, newId } = scenario.tenant;
  const id = newId();
  await database.raw`insert into driver (organization_id, id, project_id, name, email, phone, skills, status,
      shift_from_seconds, shift_to_seconds, depot_id, cost_per_hour_cents, created_at, updated_at)
    select organization_id, ${id}, project_id, 'Reserve', ${over.email ?? "reserve@example.com"}, ${over.phone ?? ""},
      '{}', 'active', 21600, 50400, depot_id, 3000, now(), now()
    from driver where organization_id = ${organizationId} and id = ${scenario.driverIds[0]!}`;
  return id;
}

describe("a route changes hands", () => {
  test("on the road: order and what is made stay, the old link ends, the new driver has his own, the old one is told", async () => {
    const day = await dayWithPhones([[0, 1, 2], [3]]);
    const { scenario, clock } = day;
    const old = await day.open(day.links[0]!);
    await day.send(old, day.act({ type: "accept" }), day.act({ type: "start-route" }));
    clock.advanceSeconds(600);
    const sequence = routeVisitIds((await scenario.board()).routes[0]!);
    await day.send(old, day.act({ type: "complete", visitIds: [sequence[0]], outcome: "delivered" }));
    const reserveId = await reserve(day);
    clock.advanceSeconds(60);
    const seen = await previewSwap(scenario.context(), {
      planId: scenario.planId,
      routeId: scenario.routeIds[0]!,
      driverId: reserveId,
    });
    expect(seen.preview.diff.routes).toMatchObject([{ number: 1, driverName: "Driver 0", nextDriverName: "Reserve" }]);
    expect(seen.preview.notices.drivers).toMatchObject([
      { driverName: "Reserve", hands: "gets" },
      { driverName: "Driver 0", hands: "loses" },
    ]);
    expect(await refusalOf(swap(day, 0, reserveId, { confirmed: [] }))).toMatchObject({ reason: "needs-confirmation" });
    const { edit } = await swap(day, 0, reserveId);
    expect(edit).toMatchObject({ label: "Give route 1 to Reserve" });
    const [route] = (await scenario.board()).routes;
    expect(routeVisitIds(route!)).toEqual(sequence);
    expect(route!.underWay!.made.map(({ visitId }) => visitId)).toEqual([sequence[0]]);
    expect(await driversOf(day)).toEqual(["Reserve in Van 0", "Driver 1 in Van 1"]);
    expect((await day.call("GET", "/route", old)).status).toBe(401);
    expect((await day.call("POST", "/session", day.links[0]!)).status).toBe(401);
    expect((await newest(day, "driver0@example.com", "route-withdrawn"))!.body).toContain("driven by Reserve");
    const offer = await newest(day, "reserve@example.com", "route-dispatched");
    const phone = await day.open(/\/run\/([\w-]{43})/.exec(offer!.body)![1]!);
    const read = await day.call("GET", "/route", phone);
    expect(read.body).toMatchObject({ sheet: { routeNumber: 1, driverName: "Reserve" } });
    // What was done is there; that another driver accepted is not.
    expect((read.body.ops as { type: string }[]).map(({ type }) => type)).toEqual(["start-route", "complete"]);
    clock.advanceSeconds(60);
    await day.send(
      phone,
      day.act({ type: "accept" }),
      day.act({ type: "complete", visitIds: [sequence[1]], outcome: "delivered" }),
    );
    const ops = await scenario.tenant.database.raw<{ driver_id: string; type: string }[]>`
      select driver_id, type from driver_op where type = 'complete' order by occurred_at`;
    expect(ops.map((each) => each.driver_id)).toEqual([scenario.driverIds[0], reserveId]);
    const links = await scenario.tenant.database.raw<{ status: string }[]>`
      select status from assignment where driver_id = ${reserveId}`;
    expect(links).toEqual([{ status: "accepted" }]);
  });

  test("what the old driver did before, and could not send, still counts; what he does after does not", async () => {
    const day = await dayWithPhones([[0, 1, 2], []]);
    const { scenario, clock } = day;
    const old = await day.open(day.links[0]!);
    await day.send(old, day.act({ type: "accept" }), day.act({ type: "start-route" }));
    clock.advanceSeconds(900);
    const before = day.act({ type: "complete", visitIds: [scenario.visitIds[0]], outcome: "delivered" });
    clock.advanceSeconds(60);
    await swap(day, 0, await reserve(day));
    clock.advanceSeconds(300);
    const after = day.act({ type: "complete", visitIds: [scenario.visitIds[1]], outcome: "delivered" });
    const sent = await day.send(old, before, after);
    expect(sent).toMatchObject({
      status: 200,
      body: { answers: [{ verdict: "applied" }, { verdict: "rejected", reason: "not-on-route" }] },
    });
    const { underWay } = (await scenario.board()).routes[0]!;
    expect(underWay!.made.map(({ visitId }) => visitId)).toEqual([scenario.visitIds[0]]);
    expect((await day.call("GET", "/route", old)).status).toBe(401);
    expect((await day.call("POST", "/positions", old, { fixes: [] })).status).toBe(401);
    clock.advanceSeconds(17 * 3600);
    expect((await day.send(old, before)).status).toBe(401);
  });

  test("two of the day exchange: each keeps its stops, its van and its place; undo gives them back", async () => {
    const day = await dayWithPhones([[0, 1], [2, 3], []]);
    const { scenario } = day;
    const before = await scenario.sequences();
    const { edit, patch } = await swap(day, 0, 1);
    expect(edit).toMatchObject({ label: "Swap drivers of 1 and 2" });
    expect(patch.routes).toHaveLength(2);
    expect(await scenario.sequences()).toEqual(before);
    expect(await driversOf(day)).toEqual(["Driver 1 in Van 0", "Driver 0 in Van 1", "Driver 2 in Van 2"]);
    const { base } = await previewTurn(scenario.context(), { planId: scenario.planId, direction: "undo" });
    await undoEdit(scenario.context(), {
      planId: scenario.planId,
      mutationId: scenario.mutationId(),
      confirmed: [...base],
    });
    expect(await driversOf(day)).toEqual(["Driver 0 in Van 0", "Driver 1 in Van 1", "Driver 2 in Van 2"]);
    await swap(day, 0, 2, { withVehicle: true });
    expect(await driversOf(day)).toEqual(["Driver 2 in Van 2", "Driver 1 in Van 1", "Driver 0 in Van 0"]);
    // Somebody has changed the same drivers since: the older swap is not put back over it.
    await swap(day, 2, 1, { confirmed: await scenario.seenRoutes() });
    expect((await scenario.board()).routes.map(({ driver }) => driver.name)).toEqual([
      "Driver 2",
      "Driver 0",
      "Driver 1",
    ]);
  });

  test("who loses it hears of it the way he had it, however the next one gets it", async () => {
    const scenario = await planScenario([{ at: [1, 1] }], { drivers: 1 });
    const { planId, routeIds, visitIds } = scenario;
    const to = { kind: "best", routeId: routeIds[0]! } as const;
    await moveStops(scenario.context(), { planId, mutationId: scenario.mutationId(), visitIds: [...visitIds], to });
    const routes = (await scenario.board()).routes.map(({ id, version }) => ({ routeId: id, version }));
    const mutationId = scenario.mutationId();
    await dispatchRoutes(scenario.context(), { planId, mutationId, routes, channels: ["email"] });
    await swap({ scenario }, 0, await reserve({ scenario }, { phone: "+4533120099" }));
    const sent = async (purpose: string) =>
      (await listMessages(scenario.context(), {}))
        .flatMap((each) => (each.purpose === purpose ? [each.recipient] : []))
        .sort();
    expect(await sent("route-withdrawn")).toEqual(["driver0@example.com"]);
    expect(await sent("route-dispatched")).toEqual(["+4533120099", "driver0@example.com", "reserve@example.com"]);
  });

  test("names the rules the new driver or his van would break", async () => {
    const day = await dayWithPhones([[0, 1], []]);
    const { scenario } = day;
    await scenario.tenant.database.raw`update delivery set skills = '{cold}' where id = ${scenario.deliveryIds[0]!}`;
    await scenario.tenant.database.raw`update driver set skills = '{cold}' where id = ${scenario.driverIds[0]!}`;
    const { preview } = await previewSwap(scenario.context(), {
      planId: scenario.planId,
      routeId: scenario.routeIds[0]!,
      driverId: scenario.driverIds[1]!,
    });
    expect(preview.newBreaks).toMatchObject([
      { visitId: scenario.visitIds[0], rule: { rule: "skill", missing: "cold" } },
    ]);
  });

  test("not to strangers, to its own driver, to one nobody can reach, in a stale version, malformed, by a reader; once", async () => {
    const day = await dayWithPhones([[0], [1]]);
    const { scenario } = day;
    const other = await planScenario([{ at: [1, 1] }], { drivers: 1 });
    const ask = (over: object, context = scenario.context()) =>
      refusalOf(
        swapRouteDrivers(context, {
          planId: scenario.planId,
          mutationId: scenario.mutationId(),
          routeId: scenario.routeIds[0]!,
          driverId: scenario.driverIds[1]!,
          ...over,
        }),
      );
    expect(await ask({ driverId: other.driverIds[0] })).toMatchObject({ code: "not-found" });
    expect(await ask({ planId: other.planId })).toMatchObject({ code: "not-found" });
    expect(await ask({ routeId: other.routeIds[0] })).toMatchObject({ code: "not-found" });
    expect(await ask({ driverId: scenario.driverIds[0] })).toMatchObject({ reason: "same-driver" });
    expect(await ask({ driverId: "x" })).toMatchObject({ code: "invalid" });
    expect(await ask({}, scenario.context("viewer"))).toMatchObject({ code: "forbidden" });
    expect(await ask({})).toMatchObject({ reason: "needs-confirmation" });
    const seen = await scenario.seenRoutes();
    expect(await ask({ confirmed: seen.map((each) => ({ ...each, version: 1 })) })).toMatchObject({ code: "stale" });
    const mute = await reserve(day, { email: "" });
    expect(await ask({ driverId: mute, confirmed: seen })).toMatchObject({ reason: "no-contact" });
    const once = { confirmed: seen, mutationId: "swap-once-1" };
    expect(await ask(once)).toBeNull();
    expect(await ask(once)).toBeNull();
    expect(await driversOf(day)).toEqual(["Driver 1 in Van 0", "Driver 0 in Van 1"]);
    expect(await ask({ ...once, routeId: scenario.routeIds[1] })).toMatchObject({ reason: "mutation-reused" });
  });
});
