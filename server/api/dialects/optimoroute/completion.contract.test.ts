import { describe, expect, test } from "vitest";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import { moveStops } from "@/server/services/plan/move-stops";
import { drivenDay } from "@/server/testing/driven-day";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { planScenario } from "@/server/testing/plan-scenario";
import { dress } from "./ids";
import { asking } from "./testing/account";

/** A day that has been sent out, and a program that asks about it. */
async function sentDay() {
  const day = await drivenDay([[0, 1, 2, 3, 4]], undefined, { ports: { blobs: memoryBlobStore() } });
  const { scenario, clock } = day;
  const ids = scenario.deliveryIds.map(dress);
  return { ...day, ids, ...(await asking(scenario.tenant, { now: () => clock.now() })) };
}

/** A moment of the day, as seconds since 1970. */
const seconds = (at: Date, before = 0) => Math.floor(at.getTime() / 1000) - before;

describe("POST /update_completion_details", () => {
  test("200: what is said is taken, at the times given in any of the three ways, and answered in all", async () => {
    const { post, ids, clock } = await sentDay();
    const [start, end] = [seconds(clock.now(), 600), seconds(clock.now(), 300)];
    const utc = (at: number) => new Date(at * 1000).toISOString().slice(0, 19);
    const update = (id: string | undefined, status: string, times: object = {}) => ({ id, data: { status, ...times } });
    const { body } = await post("/update_completion_details", {
      updates: [
        update(ids[0], "failed", { startTime: { unixTimestamp: start }, endTime: { unixTimestamp: end } }),
        update(ids[1], "success", { startTime: { utcTime: utc(start) }, endTime: { utcTime: utc(end) } }),
        update(ids[2], "scheduled"),
        update(ids[3], "servicing", { startTime: { unixTimestamp: start } }),
        { orderNo: "XXXYZ", data: { status: "cancelled" } },
        update(ids[4], "on_route"),
      ],
    });
    const time = (at: number) => ({
      unixTimestamp: at,
      utcTime: utc(at),
      localTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    });
    const both = { startTime: time(start), endTime: time(end) };
    expect(body).toEqual({
      success: true,
      updates: body.orders,
      orders: [
        { success: true, id: ids[0], data: { status: "failed", ...both } },
        { success: true, id: ids[1], data: { status: "success", ...both } },
        { success: true, id: ids[2], data: { status: "scheduled" } },
        { success: true, id: ids[3], data: { status: "servicing", startTime: time(start) } },
        {
          success: false,
          orderNo: "XXXYZ",
          code: "ERR_ORD_NOT_FOUND",
          message: "The order with the matching orderNo was not found.",
        },
        { success: true, id: ids[4], data: { status: "on_route" } },
      ],
    });
    const read = await post("/get_completion_details", { orders: ids.map((id) => ({ id })) });
    expect(read.body.orders.map(({ data }: { data: { status: string } }) => data.status)).toEqual([
      "failed",
      "success",
      "scheduled",
      "servicing",
      "on_route",
    ]);
    expect(read.body.orders[1].data).toMatchObject(both);
  });

  test("200: a route that was only planned is taken as sent; an order on no route cannot be said to be done", async () => {
    const scenario = await planScenario([{ at: [1, 1] }, { at: [2, 1] }], { ports: { blobs: memoryBlobStore() } });
    const { planId, routeIds, visitIds, tenant } = scenario;
    await moveStops(scenario.context(), {
      planId,
      mutationId: scenario.mutationId(),
      visitIds: [visitIds[0]!],
      to: { kind: "position", routeId: routeIds[0]!, afterVisitId: null },
    });
    const { post } = await asking(tenant);
    const [first, second] = scenario.deliveryIds.map(dress);
    const done = (id: string | undefined) => ({ updates: [{ id, data: { status: "success" } }] });
    expect((await post("/update_completion_details", done(first))).body.success).toBe(true);
    expect((await post("/update_completion_details", done(second))).body.orders[0]).toMatchObject({
      success: false,
      code: "ERR_INVALID_PARAM_FORMAT",
    });
    const { body } = await post("/get_completion_details", { orders: [{ id: first }, { id: second }] });
    expect(body.orders.map(({ data }: { data: { status: string } }) => data.status)).toEqual([
      "success",
      "unscheduled",
    ]);
  });

  test("200: rejected, unscheduled and cancelled leave the route", async () => {
    const { post, ids } = await sentDay();
    const statuses = ["rejected", "unscheduled", "cancelled"];
    const updates = statuses.map((status, index) => ({ id: ids[index], data: { status } }));
    const { body } = await post("/update_completion_details", { updates });
    expect(body.orders.map(({ success }: { success: boolean }) => success)).toEqual([true, true, true]);
    const read = await post("/get_completion_details", { orders: ids.slice(0, 3).map((id) => ({ id })) });
    expect(read.body.orders.map(({ data }: { data: { status: string } }) => data.status)).toEqual(statuses);
  });

  test("200: what is wrong in one is that one's; more than 500 are refused whole", async () => {
    const { post, ids } = await sentDay();
    const { body } = await post("/update_completion_details", {
      updates: [
        { id: ids[0], data: { status: "lost" } },
        { id: ids[0], data: {} },
        { data: { status: "success" } },
        { id: ids[0], data: { status: "success", endTime: { unixTimestamp: 1604264397 } } },
        { id: ids[0], data: { status: "success", endTime: { unixTimestamp: 9_000_000_000_000 } } },
        "nothing",
      ],
    });
    expect(body.success).toBe(false);
    expect(body.orders.map(({ code }: { code: string }) => code)).toEqual(Array(6).fill("ERR_INVALID_PARAM_FORMAT"));
    const most = Array.from({ length: 501 }, () => ({ id: ids[0], data: { status: "success" } }));
    expect((await post("/update_completion_details", { updates: most })).body.code).toBe("ERR_INVALID_PARAM_FORMAT");
    expect((await post("/update_completion_details", {})).body.code).toBe("ERR_MISSING_MAND_FIELD");
  });

  test("200: what a key may not do fails for that order alone", async () => {
    const { scenario, clock, ids } = await sentDay();
    const { post } = await asking(scenario.tenant, { now: () => clock.now(), scopes: ["plans:write"] });
    const statuses = ["on_route", "cancelled", "on_route"];
    const updates = statuses.map((status, index) => ({ id: ids[index], data: { status } }));
    const { status, body } = await post("/update_completion_details", { updates });
    expect(status).toBe(200);
    expect(body.orders.map(({ success }: { success: boolean }) => success)).toEqual([true, false, true]);
  });
});

describe("POST /get_completion_details", () => {
  test("200: what the driver put down: a note, the order's barcode and one more, and where he was", async () => {
    const { post, ids, clock, scenario, driver, act } = await sentDay();
    const { tenant, deliveryIds, visitIds } = scenario;
    const { organizationId, database } = tenant;
    const tasks = ["Scan", "Scan more"].map((label) => ({ kind: "barcode", label, required: false, options: [] }));
    await database.raw`update delivery_visit set tasks = ${database.raw.json(tasks)} where id = ${visitIds[0]!}`;
    await database.raw`
      insert into delivery_item (organization_id, id, delivery_id, position, barcode, quantity)
      values (${organizationId}, ${tenant.newId()}, ${deliveryIds[0]!}, 0, '123456', 1)`;
    const [visitId] = visitIds;
    const position = { lat: 55.68, lng: 12.55, accuracyMeters: 14 };
    const acts = [
      act({ type: "arrive", visitId, position }),
      act({
        type: "complete",
        visitIds: [visitId],
        outcome: "delivered",
        note: "Left with the porter",
        answers: [
          { task: 0, value: "123456" },
          { task: 1, value: "000123" },
        ],
        position,
      }),
    ];
    await syncDriverOps(await driver(0), { deviceNow: clock.now().toISOString(), ops: acts } as never);
    const { body } = await post("/get_completion_details", { orders: [{ id: ids[0] }] });
    const at = { latitude: 55.68, longitude: 12.55, accuracy: 14, distanceToLocation: expect.any(Number) };
    expect(body.orders[0].data).toMatchObject({
      status: "success",
      startPosition: at,
      endPosition: at,
      form: {
        note: "Left with the porter",
        barcode: [{ barcode: "123456", scanInfo: { status: "success", scanned: "123456" } }],
        barcode_collections: [{ barcode: null, scanInfo: { status: "added", scanned: "000123" } }],
      },
    });
    const again = await post("/get_completion_details", { orders: [{ id: ids[0] }] });
    expect(again.body.orders[0].data.tracking_url).toBe(body.orders[0].data.tracking_url);
  });

  test("200: each for itself, by the name it was asked by", async () => {
    const { post, ids } = await sentDay();
    const { body } = await post("/get_completion_details", { orders: [{ id: ids[0] }, { orderNo: "XXXYZ" }] });
    expect(body).toMatchObject({
      success: true,
      orders: [
        { success: true, id: ids[0], data: { status: "scheduled", tracking_url: expect.stringMatching(/^http/) } },
        { success: false, orderNo: "XXXYZ", code: "ERR_ORD_NOT_FOUND" },
      ],
    });
    expect(body.orders[0].data.startTime).toBeUndefined();
  });
});

describe("GET /get_completion_details", () => {
  test("200: numbers as parameters", async () => {
    const { get } = await sentDay();
    const { body } = await get("/get_completion_details?orderNo=ORD001&orderNo=ORD99");
    expect(body.orders.map(({ code }: { code: string }) => code)).toEqual(["ERR_ORD_NOT_FOUND", "ERR_ORD_NOT_FOUND"]);
  });
});

describe("GET /get_events", () => {
  test("200: what drivers have done, in the order heard, once each", async () => {
    const { post, get, ids, clock } = await sentDay();
    const start = await get("/get_events?after_tag=");
    expect(start.body).toMatchObject({ success: true, events: [], remainingEvents: 0, tag: expect.any(String) });
    const data = { status: "success", endTime: { unixTimestamp: seconds(clock.now(), 60) } };
    await post("/update_completion_details", { updates: [{ id: ids[0], data }] });
    await post("/update_completion_details", { updates: [{ id: ids[1], data: { status: "rejected" } }] });
    const { body } = await get(`/get_events?after_tag=${start.body.tag}`);
    expect(body.events.map(({ event }: { event: string }) => event)).toEqual([
      "start_route",
      "start_service",
      "success",
      "rejected",
    ]);
    expect(body.events[2]).toMatchObject({
      orderNo: expect.any(String),
      orderId: ids[0],
      id: ids[0],
      driverName: expect.any(String),
      unixTimestamp: seconds(clock.now(), 60),
    });
    const again = await get(`/get_events?after_tag=${body.tag}`);
    expect(again.body).toEqual({ success: true, events: [], tag: body.tag, remainingEvents: 0 });
    expect((await get("/get_events?after_tag=made-up")).body.events).toEqual(body.events);
  });

  test("200: who declines his route rejects each of its orders, until somebody else is to bring them", async () => {
    const { post, get, ids, scenario, clock, act, driver } = await sentDay();
    const start = await get("/get_events?after_tag=");
    const declined = act({ type: "decline", reason: "sick" });
    await syncDriverOps(await driver(0), { deviceNow: clock.now(), ops: [declined as never] });
    const { body } = await get(`/get_events?after_tag=${start.body.tag}`);
    expect(body.events.map(({ event }: { event: string }) => event)).toEqual(ids.map(() => "rejected"));
    expect(body.events.map(({ orderId }: { orderId: string }) => orderId).sort()).toEqual([...ids].sort());
    const intoPool = async (visitIds: readonly string[]) =>
      moveStops(scenario.context(), {
        planId: scenario.planId,
        mutationId: scenario.mutationId(),
        visitIds: [...visitIds],
        to: { kind: "pool" },
        confirmed: await scenario.seenRoutes(),
      });
    await intoPool(scenario.visitIds);
    const statuses = async () => {
      const answer = await post("/get_completion_details", { orders: ids.map((id) => ({ id })) });
      return answer.body.orders.map(({ data }: { data: { status: string } }) => data.status);
    };
    expect(new Set(await statuses())).toEqual(new Set(["rejected"]));
    const to = { kind: "best" as const, routeId: scenario.routeIds[0]! };
    const again = { planId: scenario.planId, mutationId: scenario.mutationId(), visitIds: [scenario.visitIds[0]!], to };
    await moveStops(scenario.context(), { ...again, confirmed: await scenario.seenRoutes() });
    await intoPool([scenario.visitIds[0]!]);
    expect((await statuses())[0]).toBe("unscheduled");
  });
});
