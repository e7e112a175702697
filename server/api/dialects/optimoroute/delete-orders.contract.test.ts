import { describe, expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { planScenario } from "@/server/testing/plan-scenario";
import { dress } from "./ids";
import { account, asking } from "./testing/account";

const AT = { locationName: "Here", latitude: 55.6832, longitude: 12.5883 };
const order = (orderNo: string, date = "2031-03-21") => ({ orderNo, date, location: AT });

describe("POST /delete_order", () => {
  test("200: one order by its number", async () => {
    const { post } = await account();
    const create = {
      orders: [order("ORD001"), { ...order("ORD001"), operation: "CREATE", acceptDuplicateOrderNo: true }],
    };
    const [, twin] = (await post("/create_or_update_orders", create)).body.orders;
    expect((await post("/delete_order", { orderNo: "ORD001" })).body).toMatchObject({ code: "ERR_MULTIPLE_ORD_FOUND" });
    expect((await post("/delete_order", { id: twin.id })).body).toEqual({ success: true });
    expect((await post("/delete_order", { orderNo: "ORD001" })).body).toEqual({ success: true });
    const { body } = await post("/delete_order", { orderNo: "ORD001" });
    expect(body).toMatchObject({ success: false, code: "ERR_ORD_NOT_FOUND" });
    expect((await post("/delete_order", {})).body.code).toBe("ERR_MISSING_MAND_FIELD");
  });

  test("200: a planned order leaves its route; one under way or rejected goes only by force", async () => {
    const day = await drivenDay([[0, 1, 2]], undefined, { ports: { blobs: memoryBlobStore() } });
    const { scenario, clock } = day;
    const { post } = await asking(scenario.tenant, { now: () => clock.now() });
    const [first, second, third] = scenario.deliveryIds.map(dress);
    expect((await post("/delete_order", { id: second })).body).toEqual({ success: true });
    await post("/update_completion_details", { updates: [{ id: third, data: { status: "rejected" } }] });
    expect((await post("/delete_order", { id: third })).body.success).toBe(false);
    expect((await post("/delete_order", { id: third, forceDelete: true })).body).toEqual({ success: true });
    await scenario.tenant.database.raw`update delivery set status = 'delivered' where id = ${scenario.deliveryIds[0]!}`;
    const refused = await post("/delete_order", { id: first });
    expect(refused.body).toMatchObject({ success: false, code: "ERR_INVALID_PARAM_FORMAT" });
    expect((await post("/delete_order", { id: first, forceDelete: true })).body).toEqual({ success: true });
    expect((await post("/get_orders", { orders: [{ id: first }] })).body.success).toBe(false);
  });

  test("200: what is made and deleted by force leaves its route, and whoever follows the route hears of it", async () => {
    const { scenario, clock } = await drivenDay([[0, 1]], undefined, { ports: { blobs: memoryBlobStore() } });
    const { tenant, deliveryIds, routeIds, visitIds } = scenario;
    const { post } = await asking(tenant, { now: () => clock.now() });
    const made = dress(deliveryIds[0]!);
    await post("/update_completion_details", { updates: [{ id: made, data: { status: "success" } }] });
    const version = async () => (await scenario.board()).routes[0]!.version;
    const before = await version();
    expect((await post("/delete_order", { id: made, forceDelete: true })).body).toEqual({ success: true });
    const told = await tenant.database.raw`
      select data from event where organization_id = ${tenant.organizationId} and type = 'route.changed'
      order by seq desc limit 1`;
    expect(told[0]!.data).toMatchObject({ removed: [visitIds[0]], version: before + 1 });
    expect((await scenario.board()).routes.find(({ id }) => id === routeIds[0])!.stops).toHaveLength(1);
    expect(await version()).toBe(before + 1);
  });

  test("200: nothing is deleted while the optimizer plans it", async () => {
    const scenario = await planScenario([{ at: [1, 1] }]);
    const { tenant, planId, deliveryIds } = scenario;
    await tenant.database.raw`
      insert into optimization (organization_id, id, plan_id, status, request, progress, created_at, updated_at)
      values (${tenant.organizationId}, ${tenant.newId()}, ${planId}, 'running', '{}', '{}', now(), now())`;
    const { post } = await asking(tenant);
    const running = { success: false, code: "ERR_OPT_RUNNING", planningId: expect.any(Number) };
    const id = dress(deliveryIds[0]!);
    expect((await post("/delete_order", { id })).body).toMatchObject(running);
    expect((await post("/delete_orders", { orders: [{ id }] })).body.orders[0]).toMatchObject({ ...running, id });
    expect((await post("/delete_all_orders", {})).body).toMatchObject(running);
    expect((await post("/get_orders", { orders: [{ id }] })).body.success).toBe(true);
    const { body } = await post("/create_or_update_orders", { orders: [{ id, notes: "too late" }] });
    expect(body.orders[0]).toMatchObject({ success: false, code: "ERR_OPT_RUNNING" });
  });
});

describe("POST /delete_orders", () => {
  test("200: the document's example: one that is there, one that is not, one by its id", async () => {
    const { post } = await account();
    const { body: made } = await post("/create_or_update_orders", { orders: [order("ORD001"), order("X")] });
    const [, { id }] = made.orders;
    const { body } = await post("/delete_orders", { orders: [{ orderNo: "ORD001" }, { orderNo: "ORD999" }, { id }] });
    expect(body).toEqual({
      success: true,
      orders: [
        { orderNo: "ORD001", success: true },
        {
          orderNo: "ORD999",
          success: false,
          code: "ERR_ORD_NOT_FOUND",
          message: "The order with the matching orderNo was not found.",
        },
        { id, success: true },
      ],
    });
    const twins = [order("T"), { ...order("T"), operation: "CREATE", acceptDuplicateOrderNo: true }];
    await post("/create_or_update_orders", { orders: twins });
    const refused = await post("/delete_orders", { orders: [{ orderNo: "T" }] });
    expect(refused.body).toMatchObject({ success: false, orders: [{ code: "ERR_MULTIPLE_ORD_FOUND" }] });
    expect((await post("/delete_orders", { orders: [{ orderNo: "T" }], deleteMultiple: true })).body.success).toBe(
      true,
    );
    expect((await post("/get_orders", { orders: [{ orderNo: "T" }] })).body.success).toBe(false);
  });
});

describe("POST /delete_all_orders", () => {
  test("200: all of a day, or all there are", async () => {
    const { post } = await account();
    const there = async (...numbers: string[]) => {
      const { body } = await post("/get_orders", { orders: numbers.map((orderNo) => ({ orderNo })) });
      return body.orders.map(({ success }: { success: boolean }) => success);
    };
    await post("/create_or_update_orders", { orders: [order("A"), order("B"), order("C", "2031-03-22")] });
    expect((await post("/delete_all_orders", { date: "2031-03-21" })).body).toEqual({ success: true });
    expect(await there("A", "B", "C")).toEqual([false, false, true]);
    expect((await post("/delete_all_orders", {})).body).toEqual({ success: true });
    expect(await there("C")).toEqual([false]);
    expect((await post("/delete_all_orders", { date: "tomorrow" })).body.code).toBe("ERR_INVALID_PARAM_FORMAT");
  });
});
