import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FleetAccount, fleetAccount, runPlannings } from "./testing/fleet";

let mine: FleetAccount;
let count = 0;
let date = "";

beforeAll(async () => {
  mine = await fleetAccount();
  await mine.addDriver("001", { externalId: "DRV001", serial: "001" });
  await mine.addDriver("002", { externalId: "DRV002", serial: "002" });
});

// Every case has a day of its own.
beforeEach(() => {
  date = `2031-08-${String(++count).padStart(2, "0")}`;
});

const plan = async (more: object = {}) => (await mine.post("/start_planning", { date, ...more })).body;

/** An order of the day, by its number within the case. */
async function order(number: number, more: object = {}): Promise<string> {
  const orderNo = `O-${count}-${number}`;
  const at = { latitude: 55.66 + number * 0.004, longitude: 12.55, locationName: `Shop ${number}` };
  const body = { operation: "CREATE", orderNo, date, type: "D", duration: 5, load1: 2, location: at, ...more };
  expect((await mine.post("/create_order", body)).body).toMatchObject({ success: true });
  return orderNo;
}

async function orders(number: number): Promise<string[]> {
  const made: string[] = [];
  for (let index = 0; index < number; index++) made.push(await order(index));
  return made;
}

/** Plans the day; each driver's orders, in the order of driving. */
async function planned(more: object = {}): Promise<Record<string, string[]>> {
  expect(await plan(more)).toMatchObject({ success: true });
  await runPlannings(mine);
  return routes();
}

async function routes(day = date): Promise<Record<string, string[]>> {
  const { body } = await mine.get(`/get_routes?date=${day}`);
  return Object.fromEntries(
    body.routes.map((route: { driverSerial: string; stops: { orderNo: string }[] }) => [
      route.driverSerial,
      route.stops.map(({ orderNo }) => orderNo),
    ]),
  );
}

const all = (day: Record<string, string[]>) => Object.values(day).flat().sort();
const lengths = (day: Record<string, string[]>) => [day["001"]?.length ?? 0, day["002"]?.length ?? 0];

describe("POST /start_planning", () => {
  test("200: from new to finished, and get_routes shows what was planned", async () => {
    const made = await orders(3);
    const { planningId, ...rest } = await plan();
    expect(rest).toEqual({ success: true });
    const status = async () => (await mine.get(`/get_planning_status?planningId=${planningId}`)).body;
    expect(await status()).toEqual({ success: true, status: "N", percentageComplete: 0 });
    await runPlannings(mine);
    expect(await status()).toEqual({ success: true, status: "F", percentageComplete: 100 });
    expect(all(await routes())).toEqual(made);
    expect((await mine.post("/stop_planning", { planningId })).body).toMatchObject({ code: "ERR_OPT_NOT_RUNNING" });
  });

  test("200: ERR_OPT_RUNNING_FOR_DATE with the number of what is running", async () => {
    await orders(1);
    const { planningId } = await plan();
    expect(await plan()).toMatchObject({ success: false, code: "ERR_OPT_RUNNING_FOR_DATE", planningId });
    await mine.post("/stop_planning", { planningId });
    expect(await routes()).toEqual({});
  });

  test("200: ERR_OPT_NO_REQUESTS, ERR_ORD_NOT_FOUND, ERR_DRIVER_NOT_FOUND, each with what is missing", async () => {
    expect(await plan()).toMatchObject({ success: false, code: "ERR_OPT_NO_REQUESTS" });
    const [known] = await orders(1);
    expect(await plan({ useOrders: [known, "none"] })).toMatchObject({
      success: false,
      code: "ERR_ORD_NOT_FOUND",
      missingOrders: ["none"],
    });
    const otherDay = await order(7, { date: "2031-09-09" });
    expect(await plan({ useOrderObjects: [{ orderNo: otherDay }] })).toMatchObject({
      code: "ERR_ORD_NOT_FOUND",
      missingOrders: [otherDay],
    });
    const driver = { driverExternalId: "none" };
    expect(await plan({ useDrivers: [{ driverSerial: "001" }, driver] })).toMatchObject({
      success: false,
      code: "ERR_DRIVER_NOT_FOUND",
      missingDrivers: [driver],
    });
  });

  test("200: ERR_ORD_WITH_INVALID_LOC for an order that is named; unnamed it is left out", async () => {
    const lost = await order(1, { location: { address: "Nowhere 7, Nil", storeInvalid: true } });
    expect(await plan({ useOrders: [lost] })).toMatchObject({
      success: false,
      code: "ERR_ORD_WITH_INVALID_LOC",
      ordersWithInvalidLocation: [lost],
    });
    const good = await order(2);
    expect(all(await planned())).toEqual([good]);
  });

  test("200: ERR_MULTIPLE_ORD_FOUND, ERR_MULTIPLE_DRV", async () => {
    const twice = await order(1);
    await order(1, { acceptDuplicateOrderNo: true });
    expect(await plan({ useOrders: [twice] })).toMatchObject({ success: false, code: "ERR_MULTIPLE_ORD_FOUND" });
    const other = await fleetAccount();
    for (const name of ["A", "B"]) await other.addDriver(name, { serial: "S" });
    const { body } = await other.post("/start_planning", { date, useDrivers: [{ driverSerial: "S" }] });
    expect(body).toMatchObject({ success: false, code: "ERR_MULTIPLE_DRV" });
  });

  test("200: ERR_OPT_NO_RESOURCES where all are off, or there is nobody", async () => {
    await orders(1);
    for (const externalId of ["DRV001", "DRV002"]) {
      await mine.post("/update_driver_parameters", { externalId, date, enabled: false });
    }
    expect(await plan()).toMatchObject({ success: false, code: "ERR_OPT_NO_RESOURCES" });
  });

  test("200: only these drivers; what is on others' routes stays there", async () => {
    const made = await orders(2);
    const day = await planned({ useDrivers: [{ driverExternalId: "DRV002" }] });
    expect(Object.keys(day)).toEqual(["002"]);
    const more = await order(5);
    const both = await planned({ useDrivers: [{ driverSerial: "001" }] });
    expect(both["001"]).toEqual([more]);
    expect([...both["002"]!].sort()).toEqual(made);
  });

  test("200: only these orders; what is scheduled stays with the others, or is unscheduled", async () => {
    const [first, second] = await orders(2);
    const useDrivers = [{ driverSerial: "001" }];
    expect(all(await planned({ useOrders: [first], useDrivers }))).toEqual([first]);
    expect(all(await planned({ useOrders: [second], useDrivers }))).toEqual([first, second]);
    const only = { useOrders: [second], useDrivers, includeScheduledOrders: false };
    expect(all(await planned(only))).toEqual([second]);
  });

  test("200: lockType ROUTES leaves routes as they are, RESOURCES leaves orders with their drivers", async () => {
    const made = await orders(2);
    await planned({ useDrivers: [{ driverSerial: "001" }] });
    const before = (await routes())["001"];
    const third = await order(3);
    const locked = await planned({ startWith: "CURRENT", lockType: "ROUTES" });
    expect(locked).toEqual({ "001": before, "002": [third] });
    const fourth = await order(4);
    const kept = await planned({ startWith: "CURRENT", lockType: "RESOURCES" });
    expect(kept["001"]).toEqual(expect.arrayContaining(made));
    expect(kept["002"]).toContain(third);
    expect(all(kept)).toContain(fourth);
  });

  test("200: balanced by number over all drivers", async () => {
    await orders(4);
    const forced = { balancing: "ON_FORCE", balanceBy: "NUM", balancingFactor: 1 };
    expect(lengths(await planned(forced))).toEqual([2, 2]);
    expect(lengths(await planned({ clustering: true, depotTrips: true, depotVisitDuration: 10 }))).toContain(4);
  });

  test("200: an order that is assigned to a driver is brought by him, or by nobody", async () => {
    const his = await order(1, { assignedTo: { externalId: "DRV002" } });
    await order(2);
    expect((await planned())["002"]).toContain(his);
    expect(all(await planned({ useDrivers: [{ driverSerial: "001" }], startWith: "EMPTY" }))).toHaveLength(2);
  });

  test("200: an order is planned on days it may be made only, and begun within its dated times", async () => {
    const free = await order(1, { allowedDates: { from: date, to: date } });
    const weekday = new Date(`${date}T00:00:00Z`).toLocaleDateString("en", { weekday: "short", timeZone: "UTC" });
    const others = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].filter((day) => day !== weekday.toLowerCase());
    await order(2, { allowedWeekdays: others });
    await order(3, { allowedDates: { from: "2031-09-01" } });
    await order(4, { allowedDateTimes: [{ from: null, to: "2031-01-01T00:00:00" }] });
    const late = await order(5, { allowedDateTimes: [{ from: `${date}T15:30:00`, to: `${date}T15:40:00` }] });
    expect(all(await planned())).toEqual([free, late].sort());
    const { body } = await mine.get(`/get_scheduling_info?orderNo=${late}`);
    const { scheduledAt } = body.scheduleInformation;
    expect(scheduledAt >= "15:30" && scheduledAt <= "15:40", scheduledAt).toBe(true);
  });

  test("200: ERR_DATE_RANGE_INVALID, ERR_DATE_RANGE_TOO_LONG, and fields that are wrong or missing", async () => {
    const codeOf = async (body: object) => (await mine.post("/start_planning", body)).body.code;
    expect(await codeOf({ dateRange: { from: "2031-08-02", to: "2031-08-01" } })).toBe("ERR_DATE_RANGE_INVALID");
    expect(await codeOf({ dateRange: { from: "2031-08-01", to: "2031-09-05" } })).toBe("ERR_DATE_RANGE_TOO_LONG");
    expect(await codeOf({})).toBe("ERR_MISSING_MAND_FIELD");
    for (const wrong of [
      { date: "tomorrow" },
      { balancing: "MAYBE" },
      { balancing: "ON_FORCE", balancingFactor: 1.5 },
      { lockType: "ALL" },
      { clustering: "yes" },
      { useDrivers: "all" },
    ]) {
      expect(await codeOf({ date, ...wrong }), JSON.stringify(wrong)).toBe("ERR_INVALID_PARAM_FORMAT");
    }
  });
});
