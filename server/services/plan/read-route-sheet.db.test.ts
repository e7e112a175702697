import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { resolveRouteLink } from "@/server/auth/resolve-route-link";
import { ROLES } from "@/server/domain/access/permissions";
import { pinText } from "@/server/domain/execution/door-pin";
import { FakeClock } from "@/server/testing/fake-clock";
import { planScenario } from "@/server/testing/plan-scenario";
import { listMessages } from "../message/list-messages";
import { dispatchRoutes } from "./dispatch-routes";
import { moveStops } from "./move-stops";
import { readRouteSheet } from "./read-route-sheet";
import { undoEdit } from "./undo-edit";

const HOUR = 3600;
const windows = [{ fromSeconds: 9 * HOUR, toSeconds: 10 * HOUR }];
const weight = { name: "Weight", unit: "kg", perUnit: 1000 };
const parcels = { name: "Parcels", unit: "", perUnit: 1 };

/** Two routes sent out, the first two visits on the first, the third on the second, the fourth on none. */
async function dispatchedDay() {
  const clock = new FakeClock("2026-06-09T16:00:00Z");
  const spots = [{ at: [1, 1] as const, windows }, { at: [2, 2] as const }, { at: [3, 3] as const }];
  const s = await planScenario([...spots, { at: [4, 4] as const }], { ports: { clock } });
  const { raw } = s.tenant.database;
  const move = async (visit: number, route: number) =>
    moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[visit]!],
      to: { kind: "best", routeId: s.routeIds[route]! },
      confirmed: await s.seenRoutes(),
    });
  await move(0, 0);
  await move(1, 0);
  await move(2, 1);
  await raw`update delivery_visit set contact_phone = '+4533120042', instructions = 'Ring twice'
    where id = ${s.visitIds[0]!}`;
  await raw`update delivery set notes = 'Fragile' where id = ${s.deliveryIds[0]!}`;
  await raw`insert into delivery_item (organization_id, id, delivery_id, position, description, barcode, quantity)
    values (${s.tenant.organizationId}, ${s.tenant.newId()}, ${s.deliveryIds[0]!}, 0, 'Box', 'B-1', 2)`;
  await raw`update project set load_dimensions = ${raw.json([weight, weight, parcels])} where id = ${s.projectId}`;
  /** Sends out what can be; the newest link of each driver. */
  const send = async () => {
    const routes = (await s.board()).routes.map(({ id, version }) => ({ routeId: id, version }));
    await dispatchRoutes(s.context(), { planId: s.planId, mutationId: s.mutationId(), routes });
    const messages = await listMessages(s.context(), {});
    return s.routeIds.map((_, index) => {
      const message = messages.find(
        ({ recipient, purpose }) => purpose === "route-dispatched" && recipient === `driver${index}@example.com`,
      )!;
      return /\/run\/([\w-]{43})/.exec(message.body)![1]!;
    });
  };
  const tokens = await send();
  const read = async (token: string) => {
    const driver = await resolveRouteLink(s.tenant.database, token, clock.now());
    return driver && readRouteSheet({ ...s.context(), actor: driver }, {});
  };
  const customers = async (token: string) => (await read(token))?.stops.map((stop) => stop.place.name).sort() ?? null;
  return { s, clock, send, tokens, move, read, customers };
}

describe("a driver's link", () => {
  test("lets a PIN be compared and not be read", async () => {
    const { s, tokens, read } = await dispatchedDay();
    const { raw } = s.tenant.database;
    const pin = { kind: "pin", label: "PIN", required: true, options: ["48 2a"] };
    const radio = { kind: "radio", label: "Left with", required: false, options: ["neighbour", "porter"] };
    await raw`update delivery_visit set tasks = ${raw.json([radio, pin, { ...pin, options: [] }])}
      where id = ${s.visitIds[0]!}`;
    const sheet = (await read(tokens[0]!))!;
    const [first, second, third] = sheet.stops.find(({ visitId }) => visitId === s.visitIds[0])!.tasks;
    expect(JSON.stringify(sheet)).not.toMatch(/48 ?2a/i);
    expect(first).toEqual(radio);
    const { salt, sha256 } = second!.pin!;
    expect(sha256).toBe(createHash("sha256").update(pinText(salt, "482A")).digest("hex"));
    expect(third).toEqual({ ...pin, options: [] });
  });

  test("is in miles and pounds where his project is", async () => {
    const { s, tokens, read } = await dispatchedDay();
    const { raw } = s.tenant.database;
    await raw`update project set units = 'imperial' where id = ${s.projectId}`;
    await raw`update delivery set loads = '{12400, 0, 0, 0}' where id = ${s.deliveryIds[0]!}`;
    const sheet = (await read(tokens[0]!))!;
    expect(sheet.distanceUnit).toBe("mi");
    expect(sheet.stops.find(({ visitId }) => visitId === s.visitIds[0])!.loads).toEqual([
      { name: "Weight", unit: "lb", perUnit: 453.59237, amount: 12_400 },
    ]);
  });

  test("shows his route, with all a driver needs at the door", async () => {
    const { s, tokens, read } = await dispatchedDay();
    const sheet = (await read(tokens[0]!))!;
    const { schedule } = (await s.board()).routes[0]!;
    expect(sheet).toMatchObject({
      routeNumber: 1,
      date: "2026-06-10",
      timeZone: "Europe/Copenhagen",
      driverName: "Driver 0",
      vehicle: { label: "Van 0" },
      startSeconds: schedule.startSeconds,
      endSeconds: schedule.endSeconds,
      start: { name: "Depot", street: "Depotvej 1", town: "1000 Town" },
      end: { name: "Depot" },
    });
    expect(sheet.stops.map((stop) => [stop.visitId, stop.arriveSeconds])).toEqual(
      schedule.stops.map((stop) => [stop.visitId, stop.arriveSeconds]),
    );
    expect(sheet.stops.find((stop) => stop.visitId === s.visitIds[0])).toMatchObject({
      role: "dropoff",
      externalId: "T-0",
      place: { name: "Customer 0", street: "Gade 0 dropoff", town: "1000 Town" },
      phone: "+4533120042",
      windows,
      notes: ["Ring twice", "Fragile"],
      loads: [{ ...parcels, amount: 1 }],
      items: [{ description: "Box", barcode: "B-1", quantity: 2 }],
    });
  });

  test("shows nothing of other routes, of the pool or of other organizations", async () => {
    const [mine, theirs] = [await dispatchedDay(), await dispatchedDay()];
    expect(await mine.customers(mine.tokens[0]!)).toEqual(["Customer 0", "Customer 1"]);
    expect(await mine.customers(mine.tokens[1]!)).toEqual(["Customer 2"]);
    const text = JSON.stringify(await mine.read(mine.tokens[1]!));
    for (const word of ["Customer 0", "Customer 3", "Driver 0", "T-1", "+4533120042", ...theirs.s.visitIds]) {
      expect(text).not.toContain(word);
    }
    const driver = (await resolveRouteLink(mine.s.tenant.database, mine.tokens[0]!, mine.clock.now()))!;
    expect(driver).toMatchObject({
      kind: "driver",
      routeId: mine.s.routeIds[0],
      permissions: new Set(["run.read", "run.write"]),
    });
    const astray = { ...driver, routeId: theirs.s.routeIds[0]!, id: theirs.s.driverIds[0]! };
    expect(await readRouteSheet({ ...mine.s.context(), actor: astray }, {})).toBeNull();
    const colleague = { ...driver, routeId: mine.s.routeIds[1]! };
    expect(await readRouteSheet({ ...mine.s.context(), actor: colleague }, {})).toBeNull();
  });

  test("opens nothing when it is wrong, withdrawn, declined or past its time", async () => {
    const { s, clock, tokens, read } = await dispatchedDay();
    const { raw } = s.tenant.database;
    const [token] = tokens as [string, string];
    for (const wrong of ["", "nonsense", `${token}x`, token.toLowerCase(), token.slice(0, -1)]) {
      expect(await read(wrong)).toBeNull();
    }
    for (const [status, opens] of [
      ["revoked", false],
      ["declined", false],
      ["accepted", true],
    ] as const) {
      await raw`update assignment set status = ${status} where route_id = ${s.routeIds[0]!}`;
      expect((await read(token)) !== null, status).toBe(opens);
    }
    const [{ expires_at }] =
      (await raw`select expires_at from assignment where route_id = ${s.routeIds[0]!}`) as never as [
        { expires_at: Date },
      ];
    clock.set(new Date(expires_at.getTime() - 1000));
    expect(await read(token)).not.toBeNull();
    clock.set(expires_at);
    expect(await read(token)).toBeNull();
  });

  test("shows what is true now: stops put on, taken back, and a route sent out again by a new link", async () => {
    const { s, send, tokens, move, customers } = await dispatchedDay();
    const [first, second] = tokens as [string, string];
    const { edit } = await move(3, 1);
    expect(await customers(second)).toEqual(["Customer 2", "Customer 3"]);
    await undoEdit(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      editId: edit!.id,
      confirmed: await s.seenRoutes(),
    });
    expect(await customers(second)).toEqual(["Customer 2"]);
    await move(1, 1);
    expect([await customers(first), await customers(second)]).toEqual([["Customer 0"], ["Customer 1", "Customer 2"]]);
    await s.tenant.database.raw`update route set status = 'planned' where id = ${s.routeIds[0]!}`;
    const again = await send();
    expect(again[0]).not.toBe(first);
    expect([await customers(again[0]!), await customers(first)]).toEqual([["Customer 0"], null]);
  });

  test("does not follow the route to another driver", async () => {
    const { s, tokens, read } = await dispatchedDay();
    const { raw } = s.tenant.database;
    const [route] = await raw`select driver_day_id from route where id = ${s.routeIds[0]!}`;
    const [day] = await raw`select driver_id from driver_day where id = ${route!.driver_day_id}`;
    expect(day!.driver_id).toBe(s.driverIds[0]);
    await raw`update driver_day set driver_id = ${s.driverIds[1]!}, date = date + 1 where id = ${route!.driver_day_id}`;
    expect(await read(tokens[0]!)).toBeNull();
  });

  test("is for drivers: no role of the desk reads routes this way", async () => {
    const { s } = await dispatchedDay();
    for (const role of ROLES) {
      await expect(readRouteSheet(s.context(role), {})).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
