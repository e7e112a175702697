import { beforeAll, describe, expect, test } from "vitest";
import { decodePolyline } from "@/server/domain/polyline";
import { type FleetAccount, fleetAccount, runPlannings } from "./testing/fleet";

const date = "2031-11-05";
/** What a stop of the document's example has, and nothing else. */
const STOP_FIELDS = [
  "address",
  "arrivalTimeDt",
  "distance",
  "id",
  "latitude",
  "locationName",
  "locationNo",
  "longitude",
  "orderNo",
  "scheduledAt",
  "scheduledAtDt",
  "stopNumber",
  "travelTime",
];
let mine: FleetAccount;

beforeAll(async () => {
  mine = await fleetAccount();
  await mine.addDriver("011", { serial: "011" });
  await mine.addDriver("012", { externalId: "DRV012", serial: "012" });
  const place = { locationNo: "LOC1", locationName: "Shop", address: "Shopvej 1, Town" };
  const orders = [
    { orderNo: "ORD1", location: { ...place, latitude: 55.69, longitude: 12.56 }, load1: 3, load3: 1 },
    { orderNo: "ORD2", location: { latitude: 55.7, longitude: 12.57, locationName: "Late" }, load1: 4 },
  ];
  for (const order of orders) {
    const [twFrom, twTo] = order.orderNo === "ORD2" ? ["12:00", "14:00"] : ["08:00", "10:00"];
    const timeWindows = [{ twFrom, twTo }];
    await mine.post("/create_order", { operation: "CREATE", date, type: "D", duration: 10, timeWindows, ...order });
  }
  await mine.post("/start_planning", { date, useDrivers: [{ driverSerial: "011" }] });
  await runPlannings(mine);
});

const routesOf = async (query = "") => (await mine.get(`/get_routes?date=${date}${query}`)).body;

describe("GET /get_routes", () => {
  test("200: a route with its stops, in the document's fields and units", async () => {
    const { success, routes } = await routesOf();
    expect(success).toBe(true);
    expect(routes).toHaveLength(1);
    const [{ stops, duration, distance, ...route }] = routes;
    expect(route).toEqual({
      driverExternalId: "",
      driverSerial: "011",
      driverName: "Driver 011",
      vehicleRegistration: "Vehicle 011",
      vehicleLabel: "011",
      load1: 7,
      load2: 0,
      load3: 1,
      load4: 0,
    });
    const [first, second] = stops;
    expect(first).toMatchObject({
      stopNumber: 1,
      orderNo: "ORD1",
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      locationNo: "LOC1",
      locationName: "Shop",
      address: "Shopvej 1, Town",
      latitude: 55.69,
      longitude: 12.56,
    });
    expect(Object.keys(first).sort()).toEqual(STOP_FIELDS);
    expect(second).toMatchObject({ stopNumber: 2, orderNo: "ORD2", locationNo: "", scheduledAt: "12:00" });
    expect(second.scheduledAtDt).toBe(`${date} 12:00:00`);
    expect(second.arrivalTimeDt).toMatch(/^2031-11-05 \d\d:\d\d:\d\d$/);
    expect(second.arrivalTimeDt <= second.scheduledAtDt).toBe(true);
    // Metres and seconds of a leg; kilometres and minutes of the route, the way back included.
    const meters = stops.reduce((sum: number, stop: { distance: number }) => sum + stop.distance, 0);
    expect(distance * 1000).toBeGreaterThan(meters);
    expect(distance).toBeLessThan(50);
    expect(first.travelTime).toBeGreaterThan(0);
    expect(duration).toBeGreaterThan(10);
    expect(duration).toBeLessThan(9 * 60);
  });

  test("200: checking in at a location takes its time before the first service there, not before the next", async () => {
    const gate = { locationNo: "GATE", address: "Portvej 1, Town", latitude: 55.72, longitude: 12.6, checkInTime: 7 };
    for (const [orderNo, location] of [
      ["IN1", gate],
      ["IN2", { locationNo: "GATE" }],
      ["OUT", { address: "Havevej 4, Town", latitude: 55.64, longitude: 12.52 }],
    ]) {
      await mine.post("/create_order", {
        operation: "CREATE",
        date: "2031-11-07",
        type: "D",
        duration: 5,
        orderNo,
        location,
      });
    }
    await mine.post("/start_planning", { date: "2031-11-07", useDrivers: [{ driverSerial: "011" }] });
    await runPlannings(mine);
    const [{ stops }] = (await mine.get("/get_routes?date=2031-11-07")).body.routes;
    const seconds = (at: string) => Date.parse(`${at.replace(" ", "T")}Z`) / 1000;
    const untilService = (stop: { arrivalTimeDt: string; scheduledAtDt: string }) =>
      seconds(stop.scheduledAtDt) - seconds(stop.arrivalTimeDt);
    const [first, second] = stops.filter(({ locationNo }: { locationNo: string }) => locationNo === "GATE");
    expect([untilService(first), untilService(second)]).toEqual([420, 0]);
    expect(second.stopNumber).toBe(first.stopNumber + 1);
    expect(seconds(second.arrivalTimeDt) - seconds(first.arrivalTimeDt)).toBe(420 + 300);
    const other = stops.find(({ locationNo }: { locationNo: string }) => locationNo !== "GATE");
    expect(untilService(other)).toBe(0);
  });

  test("200: a driver's break is a stop of its own, where he is then", async () => {
    const lunch = { fromSeconds: 9 * 3600, toSeconds: 12 * 3600, durationSeconds: 2700 };
    await mine.addDriver("013", { serial: "013", breaks: [lunch] });
    const day = "2031-11-10";
    for (const [orderNo, latitude] of [
      ["LONG1", 55.69],
      ["LONG2", 55.7],
    ]) {
      const location = { latitude, longitude: 12.56, locationName: String(orderNo) };
      await mine.post("/create_order", { operation: "CREATE", date: day, type: "D", duration: 120, orderNo, location });
    }
    await mine.post("/start_planning", { date: day, useDrivers: [{ driverSerial: "013" }] });
    await runPlannings(mine);
    const [{ stops }] = (await mine.get(`/get_routes?date=${day}`)).body.routes;
    expect(stops.map(({ stopNumber, type }: { stopNumber: number; type?: string }) => [stopNumber, type])).toEqual([
      [1, undefined],
      [2, "break"],
      [3, undefined],
    ]);
    const [first, rest, second] = stops;
    expect(Object.keys(rest).sort()).toEqual([...STOP_FIELDS, "type"].sort());
    expect(rest).toMatchObject({ orderNo: "", id: "", travelTime: 0, distance: 0, latitude: first.latitude });
    const seconds = (at: string) => Date.parse(`${at.replace(" ", "T")}Z`) / 1000;
    expect(seconds(rest.scheduledAtDt) - seconds(first.scheduledAtDt)).toBe(7200);
    expect(seconds(second.arrivalTimeDt) - seconds(rest.scheduledAtDt)).toBe(2700 + second.travelTime);
  });

  test("200: only one driver's, or one vehicle's", async () => {
    const count = async (query: string) => (await routesOf(query)).routes.length;
    expect(await count("&driverSerial=011")).toBe(1);
    expect(await count("&driverSerial=012")).toBe(0);
    expect(await count("&driverExternalId=DRV012")).toBe(0);
    expect(await count("&vehicleRegistration=Vehicle%20011")).toBe(1);
    expect(await count("&vehicleRegistration=none")).toBe(0);
  });

  test("200: the way, and where it starts and ends, for whoever asks", async () => {
    const [route] = (await routesOf("&includeRoutePolyline=true&includeRouteStartEnd=true")).routes;
    const line = decodePolyline(route.routePolyline);
    expect(line[0]!.lat).toBeCloseTo(55.67, 4);
    expect(line.at(-1)!.lng).toBeCloseTo(12.55, 4);
    const depot = { locationNo: "", locationName: "Depot", address: "Depotvej 1, 1000 Town, DK" };
    expect(route.startLocation).toEqual({ ...depot, latitude: 55.67, longitude: 12.55 });
    expect(route.endLocation).toEqual(route.startLocation);
  });

  test("200: no routes on a day without any, and none of another organization", async () => {
    expect((await mine.get("/get_routes?date=2031-11-06")).body).toEqual({ success: true, routes: [] });
    const other = await fleetAccount();
    expect((await other.get(`/get_routes?date=${date}`)).body).toEqual({ success: true, routes: [] });
  });

  test("200: ERR_MISSING_MAND_FIELD, ERR_INVALID_PARAM_FORMAT", async () => {
    expect((await mine.get("/get_routes")).body).toMatchObject({ success: false, code: "ERR_MISSING_MAND_FIELD" });
    expect((await mine.get("/get_routes?date=today")).body).toMatchObject({ code: "ERR_INVALID_PARAM_FORMAT" });
  });
});
