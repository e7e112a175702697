import { describe, expect, test } from "vitest";
import { doorsSql } from "@/db/queries/order/door-states";
import { explain } from "@/db/testing/explain";
import { moveStops } from "@/server/services/plan/move-stops";
import { planScenario } from "@/server/testing/plan-scenario";
import { dress } from "./ids";
import { account, asking } from "./testing/account";

const AT = { locationName: "Here", latitude: 55.6832, longitude: 12.5883 };
const order = (orderNo: string, date: string) => ({ orderNo, date, location: AT });

/** Three orders, the first on a route. */
async function plannedOrders() {
  const scenario = await planScenario([{ at: [1, 1] }, { at: [2, 1] }, { at: [3, 1] }]);
  const { planId, routeIds, visitIds } = scenario;
  await moveStops(scenario.context(), {
    planId,
    mutationId: scenario.mutationId(),
    visitIds: [visitIds[0]!],
    to: { kind: "position", routeId: routeIds[0]!, afterVisitId: null },
  });
  return { ...scenario, ids: scenario.deliveryIds.map(dress), ...(await asking(scenario.tenant)) };
}

describe("POST /search_orders", () => {
  test("200: a page of days, with all that is asked for", async () => {
    const { post, ids, date } = await plannedOrders();
    const dateRange = { from: date, to: date };
    const { body } = await post("/search_orders", { dateRange });
    expect(body).toEqual({ success: true, orders: ids.map((id) => ({ id })) });
    const whole = await post("/search_orders", {
      dateRange,
      includeOrderData: true,
      includeScheduleInformation: true,
      orderStatus: ["scheduled"],
    });
    expect(whole.body.orders).toEqual([
      {
        id: ids[0],
        data: expect.objectContaining({ id: ids[0], date }),
        scheduleInformation: expect.objectContaining({ stopNumber: 1, driverName: expect.any(String) }),
      },
    ]);
    const open = await post("/search_orders", {
      dateRange,
      orderStatus: ["unscheduled"],
      includeScheduleInformation: true,
    });
    expect(open.body.orders).toEqual(ids.slice(1).map((id) => ({ id, scheduleInformation: null })));
  });

  test("200: by number and by id; what is not there is not found", async () => {
    const { post } = await account();
    const list = [order("10203", "2031-01-01"), order("10204", "2031-01-02"), order("10205", "2031-01-03")];
    const { body: made } = await post("/create_or_update_orders", { orders: list });
    const [first, second] = made.orders;
    const { body } = await post("/search_orders", {
      orders: [{ orderNo: "10203" }, { id: second.id }, { orderNo: "nobody's" }],
    });
    expect(body.orders.map(({ id }: { id: string }) => id)).toEqual([first.id, second.id]);
    const both = { orders: [{ orderNo: "10203" }], dateRange: { from: "2031-01-02", to: "2031-01-03" } };
    expect((await post("/search_orders", both)).body.orders).toEqual([]);
  });

  test("200: 500 at a time, over days", async () => {
    const { post } = await account();
    const many = (from: number, count: number, date: string) =>
      Array.from({ length: count }, (_, index) => order(String(from + index), date));
    await post("/create_or_update_orders", { orders: many(0, 300, "2031-01-02") });
    await post("/create_or_update_orders", { orders: many(300, 250, "2031-01-01") });
    const asked = { dateRange: { from: "2031-01-01", to: "2031-02-04" } };
    const first = await post("/search_orders", asked);
    expect(first.body.orders).toHaveLength(500);
    const rest = await post("/search_orders", { ...asked, after_tag: first.body.after_tag });
    expect(rest.body.orders).toHaveLength(50);
    expect(rest.body.after_tag).toBeUndefined();
    const ids = [...first.body.orders, ...rest.body.orders].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(550);
  });

  test("200: what cannot be asked", async () => {
    const { post } = await account();
    const code = async (body: object) => (await post("/search_orders", body)).body.code;
    expect(await code({})).toBe("ERR_MISSING_MAND_FIELD");
    expect(await code({ dateRange: { from: "2031-01-01", to: "2031-02-05" } })).toBe("ERR_INVALID_PARAM_FORMAT");
    expect(await code({ dateRange: { from: "2031-01-02", to: "2031-01-01" } })).toBe("ERR_INVALID_PARAM_FORMAT");
    expect(await code({ orders: [], orderStatus: ["lost"] })).toBe("ERR_INVALID_PARAM_FORMAT");
    expect(await code({ orders: [], after_tag: "made up" })).toBe("ERR_INVALID_PARAM_FORMAT");
  });

  test("a page of days is read from an index", async () => {
    const { tenant } = await account();
    const { organizationId, database } = tenant;
    const place = { date: "2031-01-02", deliveryId: organizationId, role: "dropoff" } as const;
    const range = { from: "2031-01-01", to: "2031-02-04" };
    const plan = await explain(database, organizationId, doorsSql(organizationId, range, place, 501), {
      isLarge: true,
    });
    expect(plan).toContain("delivery_service_date");
  });
});

describe("GET /get_scheduling_info", () => {
  test("200: of a planned order its driver, its vehicle and its times; of another that it has none", async () => {
    const { get, ids, date } = await plannedOrders();
    const { body } = await get(`/get_scheduling_info?id=${ids[0]}`);
    expect(body).toEqual({
      success: true,
      orderScheduled: true,
      scheduleInformation: {
        driverExternalId: "",
        driverSerial: "",
        driverName: expect.any(String),
        vehicleRegistration: expect.any(String),
        vehicleLabel: expect.any(String),
        stopNumber: 1,
        scheduledAt: expect.stringMatching(/^\d\d:\d\d$/),
        scheduledAtDt: expect.stringMatching(new RegExp(`^${date} \\d\\d:\\d\\d:\\d\\d$`)),
        arrivalTimeDt: expect.stringMatching(new RegExp(`^${date} `)),
        travelTime: expect.any(Number),
        distance: expect.any(Number),
      },
    });
    expect(body.scheduleInformation.scheduledAtDt.slice(11, 16)).toBe(body.scheduleInformation.scheduledAt);
    expect((await get(`/get_scheduling_info?id=${ids[1]}`)).body).toEqual({ success: true, orderScheduled: false });
    expect((await get("/get_scheduling_info?orderNo=none")).body.code).toBe("ERR_ORD_NOT_FOUND");
    expect((await get("/get_scheduling_info")).body.code).toBe("ERR_MISSING_MAND_FIELD");
  });
});
