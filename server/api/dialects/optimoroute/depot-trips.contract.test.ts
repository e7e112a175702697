import { beforeAll, describe, expect, test } from "vitest";
import { decodePolyline } from "@/server/domain/polyline";
import { type FleetAccount, fleetAccount, runPlannings } from "./testing/fleet";

const DEPOT = { latitude: 55.67, longitude: 12.55 };
let mine: FleetAccount;

beforeAll(async () => {
  mine = await fleetAccount();
  await mine.addDriver("021", { serial: "021" });
});

/** Orders that fill a van two at a time. */
async function orders(date: string, count: number, more: object = {}): Promise<string[]> {
  const made = Array.from({ length: count }, (_, index) => `T-${date}-${index}`);
  for (const [index, orderNo] of made.entries()) {
    const location = { latitude: 55.68 + index * 0.004, longitude: 12.56, locationName: `Shop ${index}` };
    const body = { operation: "CREATE", orderNo, date, type: "D", duration: 5, load1: 500, location, ...more };
    expect((await mine.post("/create_order", body)).body).toMatchObject({ success: true });
  }
  return made;
}

interface Stop {
  readonly stopNumber: number;
  readonly orderNo: string;
  readonly type?: string;
  readonly arrivalTimeDt: string;
  readonly scheduledAtDt: string;
  readonly travelTime: number;
  readonly distance: number;
}

async function planned(date: string, more: object = {}): Promise<{ stops: Stop[]; routePolyline: string }[]> {
  expect((await mine.post("/start_planning", { date, ...more })).body).toMatchObject({ success: true });
  await runPlannings(mine);
  return (await mine.get(`/get_routes?date=${date}&includeRoutePolyline=true`)).body.routes;
}

const ordersOf = (stops: readonly Stop[]) => stops.flatMap(({ orderNo, type }) => (type ? [] : [orderNo])).sort();
const seconds = (at: string) => Date.parse(`${at.replace(" ", "T")}Z`) / 1000;

describe("start_planning with depotTrips", () => {
  test("200: a day that one van cannot carry at once is brought in several trips", async () => {
    const date = "2031-10-06";
    const made = await orders(date, 5);
    const [without] = await planned(date);
    expect(without!.stops).toHaveLength(2);
    expect(without!.stops.some(({ type }) => type)).toBe(false);

    const [route] = await planned(date, { depotTrips: true, depotVisitDuration: 20 });
    const { stops } = route!;
    expect(ordersOf(stops)).toEqual(made);
    const trips = stops.filter(({ type }) => type === "depot");
    expect(trips).toHaveLength(2);
    expect(stops.map(({ stopNumber }) => stopNumber)).toEqual(stops.map((_, index) => index + 1));
    expect(trips[0]).toEqual({
      stopNumber: stops.indexOf(trips[0]!) + 1,
      orderNo: "",
      id: "",
      locationNo: "",
      locationName: "Depot",
      address: "Depotvej 1, 1000 Town, DK",
      ...DEPOT,
      scheduledAt: trips[0]!.scheduledAtDt.slice(11, 16),
      scheduledAtDt: expect.stringMatching(/^2031-10-06 \d\d:\d\d:\d\d$/),
      arrivalTimeDt: trips[0]!.scheduledAtDt,
      travelTime: expect.any(Number),
      distance: expect.any(Number),
      type: "depot",
    });
    for (const trip of trips) {
      const [before, after] = [stops[trip.stopNumber - 2]!, stops[trip.stopNumber]!];
      // Service of five minutes, the way to the depot, twenty minutes there, and the way on.
      expect(seconds(trip.arrivalTimeDt)).toBe(seconds(before.scheduledAtDt) + 300 + trip.travelTime);
      expect(seconds(after.arrivalTimeDt)).toBe(seconds(trip.arrivalTimeDt) + 1200 + after.travelTime);
      expect(trip.distance).toBeGreaterThan(0);
    }
    const line = decodePolyline(route!.routePolyline);
    const atDepot = line.filter(({ lat, lng }) => lat === DEPOT.latitude && lng === DEPOT.longitude);
    expect(atDepot).toHaveLength(4);
  });

  test("200: get_scheduling_info numbers stops as get_routes does, trips included", async () => {
    const date = "2031-10-07";
    await orders(date, 3);
    const [route] = await planned(date, { depotTrips: true, depotVisitDuration: 15 });
    const numbers = route!.stops.flatMap(({ orderNo, stopNumber, type }) => (type ? [] : [[orderNo, stopNumber]]));
    expect(numbers.map(([, number]) => number)).not.toEqual([1, 2, 3]);
    for (const [orderNo, stopNumber] of numbers) {
      const { scheduleInformation } = (await mine.get(`/get_scheduling_info?orderNo=${orderNo}`)).body;
      const stop = route!.stops.find((each) => each.orderNo === orderNo)!;
      const { travelTime, distance, arrivalTimeDt } = stop;
      expect(scheduleInformation).toMatchObject({ stopNumber, travelTime, distance, arrivalTimeDt });
    }
  });

  test("200: what is fetched is handed in on the way, too", async () => {
    const date = "2031-10-08";
    const made = await orders(date, 4, { type: "P" });
    const [route] = await planned(date, { depotTrips: true });
    expect(ordersOf(route!.stops)).toEqual(made);
    expect(route!.stops.filter(({ type }) => type === "depot")).toHaveLength(1);
  });

  test("200: a day that fits into the van has no trips, and there is none after working hours", async () => {
    const date = "2031-10-09";
    await orders(date, 2);
    const [route] = await planned(date, { depotTrips: true, depotVisitDuration: 10 });
    expect(route!.stops.some(({ type }) => type)).toBe(false);
    await orders("2031-10-10", 4);
    const [long] = await planned("2031-10-10", { depotTrips: true, depotVisitDuration: 600 });
    expect(long!.stops.map(({ type }) => type)).toEqual([undefined, undefined]);
  });

  test("200: planned again from what is there, trips stay as they are needed", async () => {
    const date = "2031-10-13";
    const made = await orders(date, 3);
    await planned(date, { depotTrips: true, depotVisitDuration: 10 });
    const [again] = await planned(date, { startWith: "CURRENT" });
    expect(ordersOf(again!.stops)).toEqual(made);
    const [empty] = await planned(date, { startWith: "EMPTY" });
    expect(empty!.stops).toHaveLength(2);
  });
});
