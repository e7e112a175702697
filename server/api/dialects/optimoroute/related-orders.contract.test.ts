import { beforeAll, describe, expect, test } from "vitest";
import { unpackBoard } from "@/server/domain/plan/pack-board";
import { pairPartners, routeVisitIds } from "@/server/domain/plan/plan-board";
import { cancelDeliveries } from "@/server/services/order/cancel-deliveries";
import { getBoard } from "@/server/services/plan/get-board";
import { measureRoutes } from "@/server/services/plan/measure-routes";
import { moveStops } from "@/server/services/plan/move-stops";
import { openPlan } from "@/server/services/plan/open-plan";
import { rollOver } from "@/server/services/plan/roll-over";
import { undoEdit } from "@/server/services/plan/undo-edit";
import { type FleetAccount, fleetAccount, runPlannings } from "./testing/fleet";

let mine: FleetAccount;
/** Each test has days of its own. */
let days = 0;
let mutations = 0;
const mutationId = () => `related-${++mutations}`;

beforeAll(async () => {
  mine = await fleetAccount();
  await mine.addDriver("one", { serial: "1" });
  await mine.addDriver("two", { serial: "2" });
});

const newDay = () => new Date(Date.UTC(2031, 0, 1 + days++ * 7)).toISOString().slice(0, 10);
const at = (x: number, y: number) => ({
  latitude: 55.67 + y / 1000,
  longitude: 12.55 + x / 1000,
  locationName: "Here",
});
const order = (orderNo: string, date: string, type: "P" | "D", more: object = {}) => ({
  operation: "CREATE",
  orderNo: `${date} ${orderNo}`,
  date,
  type,
  duration: 5,
  location: at(orderNo.codePointAt(0)! % 7, (orderNo.codePointAt(1) ?? 3) % 5),
  ...more,
});
const create = async (body: object) => (await mine.post("/create_order", body)).body;
const related = (date: string, orderNo: string) => ({ relatedOrderNo: `${date} ${orderNo}` });

async function read(date: string, orderNo: string) {
  const { body } = await mine.post("/get_orders", { orders: [{ orderNo: `${date} ${orderNo}` }] });
  return body.orders[0].data;
}

/** A pickup P and a drop-off D that its goods go to, and an order X of their day. */
async function pairOf(date: string, dropoffDate = date) {
  await create(order("P", date, "P", { load1: 10 }));
  await create(order("X", date, "D"));
  const { success } = await create(order("D", dropoffDate, "D", { load1: 10, ...related(date, "P") }));
  expect(success).toBe(true);
}

async function plan(date: string, more: object = {}) {
  expect((await mine.post("/start_planning", { date, ...more })).body.success).toBe(true);
  await runPlannings(mine);
}

/** The day on the board, its orders by their numbers without the day. */
async function dayOf(date: string) {
  const context = mine.tenant.context();
  const { planId } = await openPlan(context, { projectId: mine.projectId, date });
  await measureRoutes(mine.tenant.systemContext(), { planId });
  const board = unpackBoard(await getBoard(context, { planId }));
  const nameOf = (visitId: string) => board.visits.get(visitId)!.externalId.split(" ")[1]!;
  const partners = [...pairPartners(board)].map(([from, to]) => `${nameOf(from)}${nameOf(to)}`);
  const visit = (name: string) => [...board.visits.values()].find(({ id }) => nameOf(id) === name)!;
  return {
    planId,
    board,
    visit,
    partners: partners.sort(),
    pool: board.pool.map(nameOf).sort().join(""),
    routes: board.routes.map((route) => routeVisitIds(route).map(nameOf).join("")),
    breaks: board.routes.flatMap(({ schedule }) => schedule.stops.flatMap((stop) => stop.breaks)),
  };
}

async function move(date: string, name: string, routeIndex: number | null) {
  const { planId, board, visit } = await dayOf(date);
  const to =
    routeIndex === null ? { kind: "pool" as const } : { kind: "best" as const, routeId: board.routes[routeIndex]!.id };
  await moveStops(mine.tenant.context(), { planId, mutationId: mutationId(), visitIds: [visit(name).id], to });
}

describe("related orders", () => {
  test("are planned on one route, the pickup first, and the goods of the one go to the other", async () => {
    const date = newDay();
    const orders = ["a", "b", "c"].flatMap((name) => [
      order(`P${name}`, date, "P", { load1: 600, load2: 4 }),
      order(`D${name}`, date, "D", { load1: 600, ...related(date, `P${name}`) }),
    ]);
    const { body } = await mine.post("/create_or_update_orders", { orders });
    expect(body.orders.map(({ success }: { success: boolean }) => success)).toEqual(orders.map(() => true));
    expect(await read(date, "Pa")).toMatchObject({ relatedOrderNo: `${date} Da`, load1: 600 });
    expect(await read(date, "Da")).toMatchObject({ relatedOrderNo: `${date} Pa`, relatedId: body.orders[0].id });
    // A vehicle holds 1,000: from the depot it could not take what goes to three of them.
    await plan(date, { useDrivers: [{ driverSerial: "1" }] });
    const { routes } = (await mine.get(`/get_routes?date=${date}`)).body;
    expect(routes).toHaveLength(1);
    const stops = routes[0].stops.map(({ orderNo }: { orderNo: string }) => orderNo.split(" ")[1]);
    expect(stops).toHaveLength(6);
    for (const name of ["a", "b", "c"]) expect(stops[stops.indexOf(`P${name}`) + 1]).toBe(`D${name}`);
    expect(routes[0]).toMatchObject({ load1: 1800, load2: 12 });
    expect((await dayOf(date)).breaks).toEqual([]);
  });

  test("go to another route together, and come back together", async () => {
    const date = newDay();
    await pairOf(date);
    await plan(date);
    const before = await dayOf(date);
    expect(before.partners).toEqual(["DP", "PD"]);
    const from = before.routes.findIndex((route) => route.includes("D"));
    await move(date, "D", 1 - from);
    const after = await dayOf(date);
    expect(after.routes[1 - from]).toMatch(/P.*D/);
    expect(after.routes[from]).not.toMatch(/[PD]/);
    await undoEdit(mine.tenant.context(), { planId: before.planId, mutationId: mutationId() });
    expect((await dayOf(date)).routes).toEqual(before.routes);
    await move(date, "P", null);
    expect((await dayOf(date)).pool).toBe("DP");
  });

  test("one that waits to be planned again has the other wait too", async () => {
    const date = newDay();
    await pairOf(date);
    await plan(date);
    const updates = [{ orderNo: `${date} D`, data: { status: "unscheduled" } }];
    expect((await mine.post("/update_completion_details", { updates })).body.updates[0].success).toBe(true);
    const { pool, routes } = await dayOf(date);
    expect(pool).toBe("DP");
    expect(routes.join("")).toBe("X");
  });

  test("are two orders again once the relation is taken back, by null or by a SYNC without it", async () => {
    for (const change of [
      { operation: "MERGE", relatedOrderNo: null },
      { operation: "MERGE", relatedId: null },
      { operation: "SYNC" },
      { operation: "MERGE", type: "T" },
    ]) {
      const date = newDay();
      await pairOf(date);
      await create({ ...order("D", date, "D"), ...change });
      for (const name of ["P", "D"]) {
        expect(await read(date, name), JSON.stringify(change)).toMatchObject({ relatedId: null, relatedOrderNo: null });
      }
      const { partners, visit } = await dayOf(date);
      expect(partners).toEqual([]);
      expect(visit("P").pickup[0]).toBe(10);
    }
  });

  test("a relation is changed to another pickup; one of a pair is not taken from it", async () => {
    const date = newDay();
    await pairOf(date);
    await create(order("Q", date, "P"));
    await create({ ...order("D", date, "D"), operation: "MERGE", ...related(date, "Q") });
    expect((await read(date, "P")).relatedId).toBeNull();
    expect((await dayOf(date)).partners).toEqual(["DQ", "QD"]);
    const third = await create(order("E", date, "D", related(date, "Q")));
    expect(third).toMatchObject({ success: false, code: "ERR_RELATED_ORD_LINK" });
    expect((await mine.post("/get_orders", { orders: [{ orderNo: `${date} E` }] })).body.success).toBe(false);
    const both = [order("F", date, "D", related(date, "P")), order("G", date, "D", related(date, "P"))];
    const { body } = await mine.post("/create_or_update_orders", { orders: both });
    expect(body.orders.map(({ code }: { code?: string }) => code)).toEqual([undefined, "ERR_RELATED_ORD_LINK"]);
  });

  test("with the pickup deleted, the other stays on its route with its own goods", async () => {
    const date = newDay();
    await pairOf(date);
    await plan(date, { useDrivers: [{ driverSerial: "1" }] });
    expect((await mine.post("/delete_order", { orderNo: `${date} P` })).body).toEqual({ success: true });
    expect(await read(date, "D")).toMatchObject({ relatedId: null, relatedOrderNo: null, load1: 10 });
    const { routes, partners, breaks, visit } = await dayOf(date);
    expect([...routes.join("")].sort().join("")).toBe("DX");
    expect([partners, breaks, visit("D").deliver[0]]).toEqual([[], [], 10]);
  });

  test("with one cancelled at the desk, the other stays on its route; undone, they are a pair again", async () => {
    const date = newDay();
    await pairOf(date);
    await plan(date, { useDrivers: [{ driverSerial: "1" }] });
    const { planId, visit, routes: before } = await dayOf(date);
    const wish = { mutationId: mutationId(), ids: [visit("P").deliveryId], reason: "", confirmed: [] };
    await cancelDeliveries(mine.tenant.context(), wish);
    const alone = await dayOf(date);
    expect([...alone.routes.join("")].sort().join("")).toBe("DX");
    expect([alone.partners, alone.breaks]).toEqual([[], []]);
    await undoEdit(mine.tenant.context(), { planId, mutationId: mutationId() });
    const again = await dayOf(date);
    expect(again.routes).toEqual(before);
    expect([again.partners, again.breaks]).toEqual([["DP", "PD"], []]);
  });

  test("of different days each is planned by itself; back on one day they are a pair", async () => {
    const [date, later] = [newDay(), newDay()];
    await pairOf(date, later);
    await plan(date);
    await plan(later);
    const [first, second] = [await dayOf(date), await dayOf(later)];
    expect([first.partners, second.partners]).toEqual([[], []]);
    expect([first.pool, second.pool]).toEqual(["", ""]);
    const D = { ...order("D", later, "D"), operation: "MERGE", date };
    expect((await create(D)).success).toBe(true);
    const { partners, pool, breaks } = await dayOf(date);
    expect([partners, pool]).toEqual([["DP", "PD"], "D"]);
    // The pickup is on a route without it, and says so.
    expect(breaks).toEqual([{ rule: "pair", reason: "other-route" }]);
  });

  test("roll over together or not at all", async () => {
    const [date, later] = [newDay(), newDay()];
    await pairOf(date);
    const { planId, visit } = await dayOf(date);
    const [pickup, dropoff] = [visit("P").deliveryId, visit("D").deliveryId];
    const roll = (deliveryIds: string[]) =>
      rollOver(mine.tenant.context(), { planId, mutationId: mutationId(), deliveryIds, toDate: later });
    const { verdicts } = await roll([dropoff]);
    expect(verdicts.map(({ deliveryId, refusal }) => [deliveryId, refusal]).sort()).toEqual(
      [dropoff, pickup].map((id) => [id, null]).sort(),
    );
    expect([(await dayOf(date)).pool, (await dayOf(later)).pool]).toEqual(["X", "DP"]);
    await mine.tenant.database.raw`update delivery_visit set windows = ${
      [{ date: later, fromSeconds: 36_000, toSeconds: 40_000 }] as never
    }::jsonb where delivery_id = ${pickup}`;
    const next = await openPlan(mine.tenant.context(), { projectId: mine.projectId, date: later });
    const kept = await rollOver(mine.tenant.context(), {
      planId: next.planId,
      mutationId: mutationId(),
      deliveryIds: [dropoff],
      toDate: newDay(),
    });
    expect(kept.verdicts).toEqual([{ deliveryId: dropoff, refusal: "promised" }]);
    expect((await dayOf(later)).pool).toBe("DP");
  });
});
