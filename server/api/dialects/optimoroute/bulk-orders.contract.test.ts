import { describe, expect, test } from "vitest";
import { cancelDeliveries } from "@/server/services/order/cancel-deliveries";
import { undress } from "./ids";
import { account } from "./testing/account";
import { codedFleet } from "./testing/coded-fleet";

/** The document's bulk example, on a day to come: one whole order, one to an unknown place, one to a new one. */
const EXAMPLE = {
  orders: [
    {
      orderNo: "54913250",
      date: "2031-03-21",
      duration: 60,
      priority: "H",
      type: "T",
      assignedTo: { externalId: "DRV001", serial: "001" },
      location: {
        locationNo: "G402333",
        address: "393 Hanover St, Boston, MA 02113, USA",
        locationName: "Green Cross Pharmacy North End",
        latitude: 42.365142,
        longitude: -71.052882,
        checkInTime: 0,
      },
      timeWindows: [{ twFrom: "11:00", twTo: "17:00" }],
      allowedWeekdays: ["mon", "tue", "wed", "thu", "fri"],
      allowedDates: {},
      skills: ["SK001"],
      vehicleFeatures: [],
      notes: "Notify manager",
      email: "joe.customer@example.com",
      phone: "",
      customField1: "300",
      notificationPreference: "email",
    },
    {
      orderNo: "27463225",
      date: "2031-03-21",
      duration: 10,
      type: "D",
      load1: 1,
      location: { locationNo: "999999999" },
    },
    {
      orderNo: "09463221",
      date: "2031-03-21",
      duration: 10,
      type: "D",
      load1: 1,
      location: {
        locationNo: "R384892",
        locationName: "Moe's Southwest Grill",
        longitude: -71.7520717,
        latitude: 42.2752323,
        notes: "Use gate",
      },
    },
  ],
};
const AT = { locationName: "Here", latitude: 55.6832, longitude: 12.5883 };
const order = (orderNo: string, more: object = {}) => ({ orderNo, date: "2031-03-21", location: AT, ...more });

describe("POST /create_or_update_orders", () => {
  test("200: the document's example is answered in part, as it says", async () => {
    const { post, tenant, projectId } = await account();
    await codedFleet(tenant, projectId);
    const { body } = await post("/create_or_update_orders", EXAMPLE);
    const id = expect.stringMatching(/^[0-9a-f]{32}$/);
    expect(body).toEqual({
      success: true,
      orders: [
        { success: true, id, orderNo: "54913250" },
        {
          success: false,
          code: "ERR_LOC_NON_EXISTING_LOC",
          message: "The location with the given location number does not exist.",
          orderNo: "27463225",
          locationNo: "999999999",
        },
        { success: true, id, orderNo: "09463221" },
      ],
    });
    const read = await post("/get_orders", { orders: [{ orderNo: "54913250" }, { orderNo: "09463221" }] });
    expect(read.body.orders[0].data).toMatchObject({
      ...EXAMPLE.orders[0],
      location: { ...EXAMPLE.orders[0]!.location, valid: true, notes: "" },
    });
    expect(read.body.orders[1].data).toMatchObject(EXAMPLE.orders[2]!);
    const again = await post("/create_or_update_orders", EXAMPLE);
    expect(again.body.orders[0]).toEqual(body.orders[0]);
  });

  test("200: without an operation a known order is changed and keeps what is not sent", async () => {
    const { post } = await account();
    const ask = async (...orders: object[]) => (await post("/create_or_update_orders", { orders })).body;
    const read = async (orderNo: string) => (await post("/get_orders", { orders: [{ orderNo }] })).body.orders[0].data;
    const [{ id }] = (await ask(order("A", { load1: 1.5, notes: "one" }))).orders;
    const before = await read("A");
    expect(before).toMatchObject({ type: "D", load1: 1.5 });
    await ask({ orderNo: "A", notes: "two" }, { id, phone: "33 12 34 56" });
    expect(await read("A")).toEqual({ ...before, notes: "two", phone: "33 12 34 56" });
    await ask(order("A", { operation: "SYNC" }));
    expect(await read("A")).toEqual({ ...before, notes: "", load1: 0 });
  });

  test("200: an order that is refused leaves no new location and changes none", async () => {
    const { post, tenant } = await account();
    const ask = async (...orders: object[]) => (await post("/create_or_update_orders", { orders })).body.orders;
    const locationOf = async (orderNo: string) =>
      (await post("/get_orders", { orders: [{ orderNo }] })).body.orders[0].data.location;
    const hub = { ...AT, locationNo: "HUB", locationName: "Hub" };
    const made = await ask(order("A", { location: hub }), order("B", { location: hub }), order("C"));
    expect(made.every(({ success }: { success: boolean }) => success)).toBe(true);
    const ids = made.slice(0, 1).map(({ id }: { id: string }) => undress(id)!);
    const { verdicts } = await cancelDeliveries(tenant.context(), { ids, mutationId: "called-off", reason: "" });
    expect(verdicts).toMatchObject([{ reason: null }]);
    const moved = { ...hub, locationName: "Moved", latitude: 55.7 };
    const answers = await ask(
      { orderNo: "A", location: moved },
      { orderNo: "C", location: { ...AT, locationNo: "DOCK", locationName: "Dock" } },
    );
    expect(answers).toMatchObject([{ success: false, code: "ERR_INVALID_PARAM_FORMAT" }, { success: true }]);
    expect(await locationOf("B")).toMatchObject(hub);
    expect(await locationOf("C")).toMatchObject({ locationNo: "DOCK", locationName: "Dock" });
    expect(await ask({ orderNo: "A", location: { ...moved, locationNo: "NEW" } })).toMatchObject([{ success: false }]);
    expect(await ask(order("D", { location: { locationNo: "NEW" } }))).toMatchObject([
      { success: false, code: "ERR_LOC_NON_EXISTING_LOC" },
    ]);
  });

  test("200: what is wrong in one order is that order's", async () => {
    const { post } = await account();
    const { body } = await post("/create_or_update_orders", {
      orders: [
        order("A", { operation: "CREATE" }),
        order("A", { operation: "CREATE" }),
        order("A", { operation: "CREATE", acceptDuplicateOrderNo: true }),
        { orderNo: "A", notes: "of which?" },
        { orderNo: "B", operation: "UPDATE" },
        { id: "04e7b09e993e8488024f46aaf9d8c72d", notes: "nobody's" },
        { orderNo: "C", notes: "nowhere" },
        order("D", { operation: "CREATE", id: "04e7b09e993e8488024f46aaf9d8c72d" }),
        order("E", { location: { locationNo: "new", locationName: "without a position" } }),
        order("F", { type: "no such" }),
        "not an order",
        { date: "2031-03-21", location: AT },
      ],
    });
    expect(body.success).toBe(true);
    expect(body.orders.map(({ code = "ok" }: { code?: string }) => code)).toEqual([
      "ok",
      "ERR_ORD_EXISTS",
      "ok",
      "ERR_MULTIPLE_ORD_FOUND",
      "ERR_ORD_NOT_FOUND",
      "ERR_ORD_NOT_FOUND",
      "ERR_INVALID_PARAM_FORMAT",
      "ERR_INVALID_PARAM_FORMAT",
      "ERR_LOC_NOT_VALID",
      "ERR_INVALID_PARAM_FORMAT",
      "ERR_INVALID_PARAM_FORMAT",
      "ok",
    ]);
    const unnumbered = await post("/get_orders", { orders: [{ id: body.orders[11].id }] });
    expect(unnumbered.body.orders[0].data.orderNo).toBe("-");
  });

  test("200: a known location is changed for all that go there, and found again by its number", async () => {
    const { post } = await account();
    const there = { locationNo: "L1", ...AT };
    await post("/create_or_update_orders", { orders: [order("A", { location: there })] });
    await post("/create_or_update_orders", {
      orders: [order("B", { location: { locationNo: "L1", latitude: 55.7, notes: "half" } })],
    });
    await post("/create_or_update_orders", {
      orders: [order("C", { location: { locationNo: "L1", latitude: 55.7, longitude: 12.6, checkInTime: 4 } })],
    });
    const { body } = await post("/get_orders", { orders: [{ orderNo: "A" }, { orderNo: "C" }] });
    for (const each of body.orders) {
      expect(each.data.location).toMatchObject({ ...there, latitude: 55.7, longitude: 12.6, checkInTime: 4 });
    }
  });

  test("200: an order that only names a location leaves it as it is; SYNC resets what it does not say", async () => {
    const { post } = await account();
    const there = { locationNo: "L1", ...AT, notes: "GATE CODE 4412", checkInTime: 3 };
    const named = { locationNo: "L1" };
    await post("/create_or_update_orders", { orders: [order("A", { location: there })] });
    const { body } = await post("/create_or_update_orders", {
      orders: ["B", "C"].map((number) => order(number, { location: named })),
    });
    expect(body.orders.map(({ success }: { success: boolean }) => success)).toEqual([true, true]);
    const placeOf = async (orderNo: string) =>
      (await post("/get_orders", { orders: [{ orderNo }] })).body.orders[0].data.location;
    for (const orderNo of ["A", "B", "C"]) expect(await placeOf(orderNo)).toMatchObject(there);
    await post("/create_or_update_orders", { orders: [order("A", { operation: "SYNC", location: named })] });
    expect(await placeOf("B")).toMatchObject({ ...there, notes: "", checkInTime: 0 });
  });

  test("200: what several orders of one list say of one location is taken in their order", async () => {
    const { post } = await account();
    const at = (locationName: string) => ({ location: { locationNo: "L9", ...AT, locationName } });
    const { body } = await post("/create_or_update_orders", {
      orders: [order("A", at("one")), order("B", at("one")), order("C", at("two")), order("D", at("one"))],
    });
    expect(body.orders.map(({ success }: { success: boolean }) => success)).toEqual([true, true, true, true]);
    const refs = ["A", "B", "C", "D"].map((orderNo) => ({ orderNo }));
    const read = await post("/get_orders", { orders: refs });
    for (const { data } of read.body.orders) {
      expect(data.location).toMatchObject({ locationNo: "L9", locationName: "one" });
    }
  });

  test("200: more than 500 are refused whole", async () => {
    const { post } = await account();
    const orders = Array.from({ length: 501 }, (_, index) => order(String(index)));
    const { body } = await post("/create_or_update_orders", { orders });
    expect(body).toMatchObject({ success: false, code: "ERR_INVALID_PARAM_FORMAT" });
    const { body: read } = await post("/get_orders", { orders: [{ orderNo: "0" }] });
    expect(read.success).toBe(false);
    const most = await post("/create_or_update_orders", { orders: orders.slice(0, 500) });
    expect(most.body.orders.filter(({ success }: { success: boolean }) => success)).toHaveLength(500);
  });
});

describe("POST /get_orders", () => {
  test("200: by number and by id, each for itself, in order", async () => {
    const { post } = await account();
    const [{ id }] = (await post("/create_or_update_orders", { orders: [order("ORD001")] })).body.orders;
    const { body } = await post("/get_orders", { orders: [{ orderNo: "ORD001" }, { orderNo: "ORD99" }, { id }, {}] });
    expect(body.success).toBe(true);
    expect(body.orders[0]).toMatchObject({ success: true, id, data: { id, orderNo: "ORD001" } });
    expect(body.orders[1]).toEqual({
      success: false,
      code: "ERR_ORD_NOT_FOUND",
      message: "The order with the matching orderNo was not found.",
      orderNo: "ORD99",
    });
    expect(body.orders[2]).toEqual(body.orders[0]);
    expect(body.orders[3]).toMatchObject({ success: false, code: "ERR_INVALID_PARAM_FORMAT" });
  });
});

describe("GET /get_orders", () => {
  test("200: numbers as parameters, as often as there are orders", async () => {
    const { post, get } = await account();
    await post("/create_or_update_orders", { orders: [order("ORD001")] });
    const { body } = await get("/get_orders?orderNo=ORD001&orderNo=ORD99");
    expect(body.orders.map(({ success }: { success: boolean }) => success)).toEqual([true, false]);
    const none = await get("/get_orders?orderNo=ORD99");
    expect(none.body.success).toBe(false);
    expect((await get("/get_orders")).body).toMatchObject({ success: false, code: "ERR_MISSING_MAND_FIELD" });
  });
});
