import { describe, expect, test } from "vitest";
import { moveStops } from "@/server/services/plan/move-stops";
import { saveCustomFields } from "@/server/services/project/save-custom-fields";
import { planScenario } from "@/server/testing/plan-scenario";
import { dress } from "./ids";
import { account, asking } from "./testing/account";
import { codedFleet } from "./testing/coded-fleet";

/** An order as the document's first example has it. */
const EXAMPLE = {
  operation: "CREATE",
  orderNo: "ORD001",
  type: "D",
  date: "2031-10-14",
  location: {
    address: "393 Hanover St, Boston, MA 02113, USA",
    locationNo: "LOC001",
    locationName: "Green Cross Pharmacy North End",
    acceptPartialMatch: true,
  },
  duration: 20,
  twFrom: "10:00",
  twTo: "10:59",
  load1: 10,
  load2: 25,
  vehicleFeatures: ["FR"],
  skills: ["SK001", "SK002"],
  notes: "Deliver at back door",
};
const HERE = { locationName: "Here", latitude: 55.6832, longitude: 12.5883 };
const order = (orderNo: string, more: object = {}) => ({
  operation: "CREATE",
  orderNo,
  type: "D",
  date: "2031-10-14",
  location: HERE,
  ...more,
});

describe("POST /create_order with the project's own fields", () => {
  test("200: texts become numbers, and what is none of the choices is refused", async () => {
    const own = await account();
    const fields = [
      { name: "floor", kind: "number" as const },
      { name: "goods", kind: "select" as const, choices: ["Dry", "Cold"], isRequired: true },
    ];
    await saveCustomFields(own.tenant.context("admin"), { projectId: own.projectId, fields, seenAt: null });
    const create = async (orderNo: string, customFields: object) =>
      (await own.post("/create_order", order(orderNo, { customFields }))).body;
    expect(await create("F1", { floor: "3", extra: "kept" })).toMatchObject({ success: true });
    const { body } = await own.post("/get_orders", { orders: [{ orderNo: "F1" }] });
    expect(body.orders[0].data.customFields).toEqual({ floor: 3, extra: "kept" });
    expect(await create("F2", { goods: "Wet" })).toMatchObject({ success: false });
    expect(await create("F3", { floor: "up" })).toMatchObject({ success: false });
  });
});

describe("POST /create_order", () => {
  test("200: the document's example is created as it answers it, and read as it was sent", async () => {
    const { post, tenant, projectId } = await account();
    await codedFleet(tenant, projectId);
    const { status, body } = await post("/create_order", EXAMPLE);
    expect(status).toBe(200);
    expect(body).toEqual({
      success: true,
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      location: {
        locationNo: "LOC001",
        locationName: "Green Cross Pharmacy North End",
        address: "393 Hanover St, Boston, MA 02113, USA",
        latitude: 42.3651425,
        longitude: -71.0528824,
        valid: true,
        checkInTime: 0,
        notes: "",
      },
      geocodingResults: [["393 Hanover St, Boston, MA 02113, USA", 42.3651425, -71.0528824, false]],
    });
    const read = await post("/get_orders", { orders: [{ orderNo: "ORD001" }] });
    expect(read.body.orders[0]).toEqual({
      success: true,
      id: body.id,
      data: {
        id: body.id,
        orderNo: "ORD001",
        relatedOrderNo: null,
        relatedId: null,
        date: "2031-10-14",
        duration: 20,
        priority: "M",
        type: "D",
        load1: 10,
        load2: 25,
        load3: 0,
        load4: 0,
        assignedTo: null,
        location: body.location,
        timeWindows: [{ twFrom: "10:00", twTo: "10:59" }],
        allowedWeekdays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
        allowedDates: {},
        allowedDateTimes: [],
        skills: ["SK001", "SK002"],
        vehicleFeatures: ["FR"],
        notes: "Deliver at back door",
        email: "",
        phone: "",
        customField1: "",
        customField2: "",
        customField3: "",
        customField4: "",
        customField5: "",
        customFields: {},
        notificationPreference: "both",
        barcode: [],
      },
    });
  });

  test("200: CREATE of a known number is refused unless it may be there twice", async () => {
    const { post } = await account();
    const first = await post("/create_order", order("A"));
    expect((await post("/create_order", order("A"))).body).toMatchObject({ success: false, code: "ERR_ORD_EXISTS" });
    const twin = await post("/create_order", order("A", { acceptDuplicateOrderNo: true }));
    expect(twin.body.success).toBe(true);
    expect(twin.body.id).not.toBe(first.body.id);
    for (const operation of ["UPDATE", "SYNC", "MERGE"]) {
      const { body } = await post("/create_order", { ...order("A"), operation });
      expect(body, operation).toMatchObject({ success: false, code: "ERR_MULTIPLE_ORD_FOUND" });
    }
    const { body } = await post("/get_orders", { orders: [{ id: twin.body.id }] });
    expect(body.orders[0].data).toMatchObject({ orderNo: "A", id: twin.body.id });
  });

  test("200: UPDATE changes what is sent, SYNC everything, MERGE fills in or creates", async () => {
    const { post } = await account();
    const read = async (id: string) => (await post("/get_orders", { orders: [{ id }] })).body.orders[0].data;
    expect((await post("/create_order", { operation: "UPDATE", orderNo: "B" })).body).toMatchObject({
      success: false,
      code: "ERR_ORD_NOT_FOUND",
    });
    const merged = await post("/create_order", { ...order("B", { load1: 2, notes: "n" }), operation: "MERGE" });
    const { id } = merged.body;
    const before = await read(id);
    const updated = await post("/create_order", {
      operation: "UPDATE",
      id,
      priority: "H",
      customFields: { fruit: "apple" },
    });
    expect(updated.body).toEqual({ success: true, id });
    expect(await read(id)).toEqual({ ...before, priority: "H", customFields: { fruit: "apple" } });
    const synced = await post("/create_order", { ...order("B", { type: "P" }), operation: "SYNC" });
    expect(synced.body).toMatchObject({ success: true, id });
    expect(await read(id)).toEqual({ ...before, type: "P", load1: 0, notes: "" });
  });

  test("200: a planned order whose change is refused stays on its route; one that may go leaves it", async () => {
    const scenario = await planScenario([{ at: [1, 1] }, { at: [2, 1] }]);
    const { planId, routeIds, visitIds, tenant } = scenario;
    await moveStops(scenario.context(), {
      planId,
      mutationId: scenario.mutationId(),
      visitIds: [visitIds[0]!],
      to: { kind: "position", routeId: routeIds[0]!, afterVisitId: null },
    });
    const { post, get } = await asking(tenant);
    const [id, other] = scenario.deliveryIds.map(dress);
    const isScheduled = async () => (await get(`/get_scheduling_info?id=${id}`)).body.orderScheduled;
    const change = (more: object) => post("/create_order", { operation: "UPDATE", id, date: "2031-03-22", ...more });
    await post("/create_order", { operation: "UPDATE", id: other, orderNo: "TAKEN" });
    expect((await change({ orderNo: "TAKEN" })).body.code).toBe("ERR_ORD_EXISTS");
    expect(await isScheduled()).toBe(true);
    expect((await change({})).body).toEqual({ success: true, id });
    expect(await isScheduled()).toBe(false);
  });

  test("200: an address that is found in doubt is taken only by whoever says so", async () => {
    const { post } = await account();
    const at = (address: string, more: object = {}) => order(address, { location: { address, ...more } });
    const several = "1350 N High St, Columbus, OH 43201, USA";
    expect((await post("/create_order", at(several))).body).toMatchObject({ code: "ERR_LOC_GEOCODING_MULTIPLE" });
    const taken = await post("/create_order", at(several, { acceptMultipleResults: true }));
    expect(taken.body).toMatchObject({ success: true, code: "WAR_LOC_GEOCODING_MULTIPLE" });
    expect(taken.body.geocodingResults).toHaveLength(2);
    expect((await post("/create_order", at("Hanover, Boston, USA"))).body.code).toBe("ERR_LOC_GEOCODING_PARTIAL");
    const partly = await post("/create_order", at("Hanover, Boston, USA", { acceptPartialMatch: true }));
    expect(partly.body).toMatchObject({ success: true, code: "WAR_LOC_GEOCODING_PARTIAL" });
    expect(partly.body.geocodingResults[0][3]).toBe(true);
    expect((await post("/create_order", at("Nowhere 1, Atlantis"))).body.code).toBe("ERR_LOC_GEOCODING");
    const stored = await post("/create_order", at("Nowhere 1, Atlantis", { storeInvalid: true }));
    expect(stored.body).toMatchObject({ success: true, code: "WAR_LOC_GEOCODING", location: { valid: false } });
    const { body } = await post("/get_orders", { orders: [{ id: stored.body.id }] });
    expect(body.orders[0].data.location).toMatchObject({ valid: false, address: "Nowhere 1, Atlantis" });
  });

  test("200: a location is the one of its number, its position, or its address", async () => {
    const { post, geocoder } = await account();
    const numbered = { ...HERE, locationNo: "L1", checkInTime: 3, notes: "GATE CODE 4412" };
    await post("/create_order", order("1", { location: numbered }));
    const again = await post("/create_order", order("2", { location: { locationNo: "L1" } }));
    expect(again.body.location).toEqual({ ...numbered, address: "", valid: true });
    const unknown = await post("/create_order", order("3", { location: { locationNo: "L2" } }));
    expect(unknown.body.code).toBe("ERR_LOC_NON_EXISTING_LOC");
    for (const location of [{ latitude: 55.7 }, { locationName: "only a name" }, { latitude: 0, longitude: 0 }]) {
      expect((await post("/create_order", order("3", { location }))).body.code).toBe("ERR_LOC_NOT_VALID");
    }
    const address = "393 Hanover St, Boston, MA 02113, USA";
    await post("/create_order", order("4", { location: { address } }));
    await post("/create_order", order("5", { location: { address } }));
    expect(geocoder.asked).toHaveLength(1);
  });

  test("200: an order said again with its own position makes no new location", async () => {
    const { post, tenant } = await account();
    const { body: first } = await post("/create_order", { ...order("A"), operation: "SYNC" });
    const { body: again } = await post("/create_order", { ...order("A"), operation: "SYNC" });
    expect(again).toEqual(first);
    const rows = await tenant.database
      .raw`select count(*)::int as n from site where organization_id = ${tenant.organizationId}`;
    expect(rows[0]).toMatchObject({ n: 1 });
  });

  test("200: drivers, skills, features and related orders must be there", async () => {
    const { post, tenant, projectId } = await account();
    await codedFleet(tenant, projectId);
    const code = async (more: object) => (await post("/create_order", order("X", more))).body.code;
    expect(await code({ skills: ["NOPE"] })).toBe("ERR_SK_NOT_EXISTS");
    expect(await code({ vehicleFeatures: ["NOPE"] })).toBe("ERR_VF_NOT_EXISTS");
    expect(await code({ assignedTo: { serial: "999" } })).toBe("ERR_DRV_NOT_EXISTS");
    expect(await code({ assignedTo: { serial: "twin" } })).toBe("ERR_DRV_MULTIPLE");
    expect(await code({ relatedOrderNo: "none" })).toBe("ERR_RELATED_ORD_MISSING");
    const pickup = await post("/create_order", order("P1", { type: "P" }));
    expect(await code({ relatedOrderNo: "P1", type: "T" })).toBe("ERR_RELATED_ORD_LINK");
    await post("/create_order", order("P1", { type: "P", acceptDuplicateOrderNo: true }));
    expect(await code({ relatedOrderNo: "P1" })).toBe("ERR_RELATED_ORD_MULTIPLE");
    const { body } = await post(
      "/create_order",
      order("X", { relatedId: pickup.body.id, assignedTo: { serial: "001" } }),
    );
    const read = await post("/get_orders", { orders: [{ id: body.id }] });
    expect(read.body.orders[0].data).toMatchObject({
      relatedId: pickup.body.id,
      relatedOrderNo: "P1",
      assignedTo: { externalId: "DRV001", serial: "001" },
    });
  });

  test("200: what is missing or of no good form is said before anything is done", async () => {
    const { post } = await account();
    const codes = async (body: unknown) => (await post("/create_order", body)).body;
    for (const field of ["operation", "date", "type", "location", "orderNo"]) {
      const { [field]: _, ...rest } = order("M") as Record<string, unknown>;
      expect(await codes(rest), field).toMatchObject({ success: false, code: "ERR_MISSING_MAND_FIELD" });
    }
    for (const wrong of [
      { date: "14.10.2031" },
      { type: "X" },
      { duration: "soon" },
      { timeWindows: [{ twFrom: "25:00", twTo: "26:00" }] },
      { timeWindows: [{ twFrom: "12:00", twTo: "11:00" }] },
      { operation: "DELETE" },
      { customFields: { custom_field_1: "x" } },
      { load1: -1 },
      { allowedWeekdays: ["monday"] },
      { allowedDates: { from: "2031-02-02", to: "2031-02-01" } },
      { allowedDateTimes: [{ from: "2031-02-30T08:00:00" }] },
      { allowedDateTimes: [{ from: "2031-02-02T08:00:00", to: "2031-02-01T08:00:00" }] },
    ]) {
      expect(await codes(order("M", wrong)), JSON.stringify(wrong)).toMatchObject({ code: "ERR_INVALID_PARAM_FORMAT" });
    }
  });
});
