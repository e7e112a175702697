import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { findSample } from "@/server/testing/sample-data";
import { type FleetAccount, fleetAccount, runPlannings } from "./testing/fleet";

/** A Monday to a Friday. */
const WEEK = ["2031-06-09", "2031-06-10", "2031-06-11", "2031-06-12", "2031-06-13"] as const;
const [MON, TUE, WED, THU, FRI] = WEEK;
const RANGE = { from: MON, to: FRI };

interface Stop {
  readonly orderNo: string;
  readonly scheduledAt: string;
}

/** One driver from eight to five, and orders of an hour and a half each: five a day, no more. */
async function week(orders: readonly { orderNo: string; date: string; at?: readonly [number, number] }[], more = {}) {
  const mine = await fleetAccount();
  await mine.addDriver("001", { externalId: "DRV001", serial: "001" });
  const bodies = orders.map(({ at: [latitude, longitude] = [55.68, 12.56], ...order }) => ({
    type: "D",
    duration: 90,
    location: { latitude, longitude, locationName: order.orderNo },
    ...more,
    ...order,
  }));
  expect((await mine.post("/create_or_update_orders", { orders: bodies })).body).toMatchObject({ success: true });
  return mine;
}

const start = async (mine: FleetAccount, more: object = {}) =>
  (await mine.post("/start_planning", { dateRange: RANGE, ...more })).body;
const status = async (mine: FleetAccount, planningId: number) =>
  (await mine.get(`/get_planning_status?planningId=${planningId}`)).body;

async function plan(mine: FleetAccount, more: object = {}): Promise<number> {
  const { planningId, ...rest } = await start(mine, more);
  expect(rest).toEqual({ success: true });
  await runPlannings(mine);
  expect(await status(mine, planningId)).toEqual({ success: true, status: "F", percentageComplete: 100 });
  return planningId;
}

async function stops(mine: FleetAccount, date: string): Promise<Stop[]> {
  const { routes } = (await mine.get(`/get_routes?date=${date}`)).body;
  return routes.flatMap((route: { stops: Stop[] }) => route.stops);
}

/** Each day's orders, by number. */
async function days(mine: FleetAccount): Promise<string[][]> {
  const planned: string[][] = [];
  for (const date of WEEK) planned.push((await stops(mine, date)).map(({ orderNo }) => orderNo).sort());
  return planned;
}

async function dateOf(mine: FleetAccount, orderNo: string): Promise<string> {
  return (await mine.post("/get_orders", { orders: [{ orderNo }] })).body.orders[0].data.date;
}

describe("POST /start_planning with dateRange", () => {
  test("200: a day that is too full spreads over the range, and each order says the day it is planned on", async () => {
    const orders = Array.from({ length: 12 }, (_, index) => ({ orderNo: `O${index}`, date: WED }));
    const mine = await week(orders);
    const { planningId } = await start(mine);
    expect(await status(mine, planningId)).toEqual({ success: true, status: "N", percentageComplete: 0 });
    expect(await start(mine)).toMatchObject({ success: false, code: "ERR_OPT_RUNNING_FOR_DATE", planningId });
    const friday = { date: FRI };
    expect((await mine.post("/start_planning", friday)).body).toMatchObject({
      code: "ERR_OPT_RUNNING_FOR_DATE",
      planningId,
    });
    await runPlannings(mine);
    expect(await status(mine, planningId)).toMatchObject({ status: "F", percentageComplete: 100 });
    const planned = await days(mine);
    expect(planned.flat().sort()).toEqual(orders.map(({ orderNo }) => orderNo).sort());
    expect(Math.max(...planned.map((day) => day.length))).toBeLessThanOrEqual(5);
    for (const [index, day] of planned.entries()) {
      for (const orderNo of day) expect(await dateOf(mine, orderNo)).toBe(WEEK[index]);
    }
  });

  test("200: allowedWeekdays, allowedDates and allowedDateTimes are obeyed, and what fits nowhere is left on its day", async () => {
    const mine = await week(
      [
        { orderNo: "friday", date: MON, ...{ allowedWeekdays: ["fri", "sat"] } },
        { orderNo: "from", date: MON, ...{ allowedDates: { from: THU, to: THU } } },
        { orderNo: "late", date: WED, ...{ allowedDateTimes: [{ from: `${TUE}T14:00:00`, to: `${TUE}T14:10:00` }] } },
        { orderNo: "sunday", date: TUE, ...{ allowedWeekdays: ["sun"] } },
        { orderNo: "night", date: TUE, ...{ allowedDateTimes: [{ from: `${WED}T01:00:00`, to: `${WED}T02:00:00` }] } },
        { orderNo: "own", date: WED, ...{ allowedDates: { from: WED, to: WED } } },
      ],
      { duration: 10 },
    );
    await plan(mine);
    expect(await days(mine)).toEqual([[], ["late"], ["own"], ["from"], ["friday"]]);
    const [late] = await stops(mine, TUE);
    expect(late!.scheduledAt >= "14:00" && late!.scheduledAt <= "14:10", late!.scheduledAt).toBe(true);
    for (const orderNo of ["sunday", "night"]) {
      const { body } = await mine.get(`/get_scheduling_info?orderNo=${orderNo}`);
      expect(body).toEqual({ success: true, orderScheduled: false });
      expect(await dateOf(mine, orderNo)).toBe(TUE);
    }
    // Planned again from what there is, nothing changes.
    await plan(mine, { startWith: "CURRENT" });
    expect(await days(mine)).toEqual([[], ["late"], ["own"], ["from"], ["friday"]]);
  });

  test("200: lockType, useOrders and useDrivers hold on all days of the range", async () => {
    const mine = await week(
      [
        { orderNo: "A", date: MON },
        { orderNo: "B", date: TUE },
      ],
      { allowedWeekdays: ["mon", "tue"], duration: 10 },
    );
    await mine.addDriver("002", { externalId: "DRV002", serial: "002" });
    await plan(mine, { useDrivers: [{ driverSerial: "002" }], useOrders: ["A"] });
    const [first] = (await days(mine)).map((day, index) => ({ day, index })).filter(({ day }) => day.length > 0);
    expect(first!.day).toEqual(["A"]);
    await plan(mine, { startWith: "CURRENT", lockType: "ROUTES" });
    const { body } = await mine.get(`/get_scheduling_info?orderNo=A`);
    expect(body.scheduleInformation).toMatchObject({ driverSerial: "002", stopNumber: 1 });
    expect((await days(mine))[first!.index]).toContain("A");
    expect((await days(mine)).flat().sort()).toEqual(["A", "B"]);
    expect(await start(mine, { useOrders: ["none"] })).toMatchObject({ code: "ERR_ORD_NOT_FOUND" });
  });

  test("200: stopped, cancelled from then on, and every day is as it was", async () => {
    const mine = await week([{ orderNo: "A", date: MON }]);
    const { planningId } = await start(mine);
    expect((await mine.post("/stop_planning", { planningId })).body).toEqual({ success: true });
    await runPlannings(mine);
    expect(await status(mine, planningId)).toMatchObject({ status: "C" });
    expect((await mine.post("/stop_planning", { planningId })).body).toMatchObject({ code: "ERR_OPT_NOT_RUNNING" });
    expect((await days(mine)).flat()).toEqual([]);
    expect(await dateOf(mine, "A")).toBe(MON);
  });
});

const file = findSample("copenhagen", "orders-150.csv");

describe.skipIf(!file)("a week of real addresses", () => {
  let mine: FleetAccount;
  let numbers: string[];
  beforeAll(async () => {
    const [, ...lines] = readFileSync(file!, "utf8").trim().split("\n");
    const found = lines.map((line) => line.split(",")).filter((cells) => cells[8] !== "" && cells[9] !== "");
    const orders = found.slice(0, 60).map((cells, index) => ({
      orderNo: cells[0]!,
      date: MON,
      at: [Number(cells[8]), Number(cells[9])] as const,
      // Every fifth must wait for the second half of the week.
      ...(index % 5 === 0 && { allowedWeekdays: ["thu", "fri"] }),
      // Every sixth is due by Tuesday noon.
      ...(index % 6 === 1 && { allowedDateTimes: [{ to: `${TUE}T12:00:00` }] }),
    }));
    numbers = orders.map(({ orderNo }) => orderNo);
    mine = await week(orders, { duration: 30 });
  });

  test("finds room for all that can be made by bringing them to other days, each where it may be made", async () => {
    await plan(mine);
    const planned = await days(mine);
    // Both is asked of two of them, which nobody can do.
    const isPossible = (index: number) => index % 5 !== 0 || index % 6 !== 1;
    expect(planned.flat().sort()).toEqual(numbers.filter((_, index) => isPossible(index)).sort());
    for (const [index, number] of numbers.entries()) {
      if (!isPossible(index)) {
        expect(await dateOf(mine, number)).toBe(MON);
        continue;
      }
      const date = WEEK[planned.findIndex((day) => day.includes(number))]!;
      if (index % 5 === 0) expect([THU, FRI]).toContain(date);
      if (index % 6 !== 1) continue;
      const stop = (await stops(mine, date)).find(({ orderNo }) => orderNo === number)!;
      expect(`${date} ${stop.scheduledAt}` <= `${TUE} 12:00`, `${date} ${stop.scheduledAt}`).toBe(true);
    }
  });
});
