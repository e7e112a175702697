import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createDelivery } from "@/server/services/order/create-delivery";
import { findPlan } from "@/server/services/plan/find-plan";
import { moveStops } from "@/server/services/plan/move-stops";
import { openDay } from "@/server/services/plan/open-day";
import { readPlanBoard } from "@/server/services/plan/read-plan-board";
import { dropoffDraft } from "@/server/testing/order-builders";
import { type FleetAccount, fleetAccount } from "./testing/fleet";

let mine: FleetAccount;
let count = 0;
let date = "";
const HOUR = 3600;

beforeAll(async () => {
  mine = await fleetAccount();
  await mine.addDriver("1", { externalId: "3945300304540", serial: "S001" });
  await mine.addDriver("2", { externalId: "001", serial: "S010" });
  await mine.addDriver("3", { externalId: "010", serial: "S011" });
  await mine.addDriver("4", { externalId: "010", serial: "S012" });
});

// Every case has a day of its own.
beforeEach(() => {
  date = `2031-05-${String(++count).padStart(2, "0")}`;
});

async function board(day = date) {
  const context = mine.tenant.context();
  const plan = await findPlan(context, { projectId: mine.projectId, date: day });
  return readPlanBoard(context, { planId: plan!.planId });
}

async function routeOf(name: string, day = date) {
  return (await board(day)).routes.find(({ driver }) => driver.name === `Driver ${name}`);
}

/** An order of the day on a driver's route; its delivery's id. */
async function plannedOn(name: string): Promise<void> {
  const context = mine.tenant.context();
  const { planId } = await openDay(context, { projectId: mine.projectId, date });
  const { dropoff } = dropoffDraft(count * 100);
  const draft = {
    ...dropoffDraft(count * 100),
    dropoff: { ...dropoff, position: { lat: 55.68, lng: 12.57 } },
    serviceDate: date,
  };
  await createDelivery(context, { projectId: mine.projectId, draft });
  const { pool, routes } = await board();
  const route = routes.find(({ driver }) => driver.name === `Driver ${name}`)!;
  const to = { kind: "position", routeId: route.id, afterVisitId: null } as const;
  await moveStops(context, { planId, mutationId: `planned-${count}`, visitIds: [pool[0]!], to });
}

describe("POST /update_driver_parameters", () => {
  const update = (body: object) => mine.post("/update_driver_parameters", { date, ...body });

  test("200: the document's own request; what is planned for him that day is not any more", async () => {
    await plannedOn("1");
    const { body } = await update({ externalId: "3945300304540", workTimeFrom: "09:30", workTimeTo: "18:00" });
    expect(body).toEqual({ success: true });
    const { rules, stops } = (await routeOf("1"))!;
    expect(rules.shift).toEqual({ fromSeconds: 9.5 * HOUR, toSeconds: 18 * HOUR });
    expect(stops).toEqual([]);
    expect((await board()).pool).toHaveLength(1);
  });

  test("200: another vehicle brings its capacity, but for what is said of that; what is not said stays", async () => {
    await update({ externalId: "001", vehicleCapacity2: 7 });
    expect((await routeOf("2"))!.rules.capacity).toEqual([1000, 7, 1000, 1000]);
    await update({ externalId: "001", workTimeTo: "16:00" });
    expect((await routeOf("2"))!.rules.capacity).toEqual([1000, 7, 1000, 1000]);
    await update({ externalId: "001", assignedVehicle: "V1", vehicleCapacity1: 5 });
    const { rules, vehicle } = (await routeOf("2"))!;
    expect(vehicle.label).toBe("1");
    expect(rules.capacity).toEqual([5, 1000, 1000, 1000]);
    expect(rules.shift.toSeconds).toBe(16 * HOUR);
  });

  test("200: where he starts and ends holds from now on; half a position, or an address alone, is passed over", async () => {
    const places = { startLatitude: 55.7, startLongitude: 12.5, startAddress: "Startvej 1, Town" };
    await update({ externalId: "001", ...places, endLatitude: 55.6, endAddress: "Nowhere" });
    const route = (await routeOf("2"))!;
    expect(route.start.position).toEqual({ lat: 55.7, lng: 12.5 });
    expect(route.end).toEqual(route.start);
    const later = "2031-06-20";
    await openDay(mine.tenant.context(), { projectId: mine.projectId, date: later });
    expect((await routeOf("2", later))!.start.position).toEqual({ lat: 55.7, lng: 12.5 });
    expect((await board()).depots.filter(({ name }) => name === "Startvej 1, Town")).toHaveLength(1);
  });

  test("200: off for a day and back again", async () => {
    await plannedOn("1");
    await update({ externalId: "3945300304540", enabled: false });
    expect(await routeOf("1")).toBeUndefined();
    expect((await board()).pool).toHaveLength(1);
    await openDay(mine.tenant.context(), { projectId: mine.projectId, date });
    expect(await routeOf("1")).toBeUndefined();
    await update({ externalId: "3945300304540", enabled: true });
    expect(await routeOf("1")).toBeDefined();
  });

  test("200: codes of drivers and vehicles that are not there, or there twice; fields that are wrong or missing", async () => {
    const codeOf = async (body: object) => (await update(body)).body.code;
    expect(await codeOf({ externalId: "nobody" })).toBe("ERR_DRIVER_NOT_FOUND");
    expect(await codeOf({ externalId: "010" })).toBe("ERR_MULTIPLE_DRV");
    expect(await codeOf({ externalId: "001", assignedVehicle: "nothing" })).toBe("ERR_VEH_NOT_FOUND");
    expect(await codeOf({})).toBe("ERR_MISSING_MAND_FIELD");
    expect(await codeOf({ externalId: "001", workTimeFrom: "24:00" })).toBe("ERR_INVALID_PARAM_FORMAT");
    expect(await codeOf({ externalId: "001", date: "2031-02-30" })).toBe("ERR_INVALID_PARAM_FORMAT");
  });
});

describe("POST /update_drivers_parameters", () => {
  const update = (updates: unknown) => mine.post("/update_drivers_parameters", { updates });

  test("200: the document's own request, as far as it is right", async () => {
    const { body } = await update([
      {
        driver: { externalId: "001" },
        date,
        workTime: { from: "08:15", to: "16:15" },
        vehicleCapacity1: 100,
        startLocation: { type: "custom", latitude: 45.805945, longitude: 16.237825 },
        endLocation: { type: "startLocation" },
      },
      {
        driver: { serial: "S001" },
        date,
        workTime: { from: "09:00", to: "17:00" },
        assignedVehicle: { registration: "Vehicle 3" },
        endLocation: { type: "employeeDefault" },
      },
    ]);
    expect(body).toEqual({
      updates: [
        { success: true, driver: { externalId: "001" }, date },
        { success: true, driver: { serial: "S001" }, date },
      ],
      success: true,
    });
    const [first, second] = [(await routeOf("2"))!, (await routeOf("1"))!];
    expect(first.rules.shift).toEqual({ fromSeconds: 8.25 * HOUR, toSeconds: 16.25 * HOUR });
    expect(first.rules.capacity[0]).toBe(100);
    expect(first.start.position).toEqual({ lat: 45.805945, lng: 16.237825 });
    expect(first.end).toEqual(first.start);
    expect(second.vehicle.registration).toBe("Vehicle 3");
  });

  test("200: places hold for the day alone, and go back to the driver's own", async () => {
    const driver = { serial: "S001" };
    const own = { type: "custom", latitude: 45.8, longitude: 16.2, address: "Day's place" };
    await update([{ driver, date, startLocation: own }]);
    expect((await routeOf("1"))!.start.position).toEqual({ lat: 45.8, lng: 16.2 });
    const later = "2031-06-21";
    await openDay(mine.tenant.context(), { projectId: mine.projectId, date: later });
    expect((await routeOf("1", later))!.start.position).not.toEqual({ lat: 45.8, lng: 16.2 });
    await update([{ driver, date, startLocation: { type: "employeeDefault" } }]);
    expect((await routeOf("1"))!.start.position).toEqual((await routeOf("1", later))!.start.position);
  });

  test("200: each fails for itself, in the document's words; nothing good is no success", async () => {
    const none = { type: "custom" };
    const { body } = await update([
      { driver: { serial: "S001" }, date, startLocation: none },
      { driver: { externalId: "003" }, date },
      { driver: { externalId: "010" }, date },
      { driver: { serial: "S001" }, date, startLocation: { type: "startLocation" } },
      { driver: { serial: "S001" }, date, workTime: { from: "09:00", "to:": "17:00" } },
      { driver: { serial: "S001" }, date, assignedVehicle: { registration: "none" } },
    ]);
    expect(body.updates.slice(0, 3)).toEqual([
      {
        success: false,
        driver: { serial: "S001" },
        date,
        code: "ERR_LOC_NOT_VALID",
        message: "Location is not valid.",
      },
      {
        success: false,
        driver: { externalId: "003" },
        date,
        code: "ERR_DRIVER_NOT_FOUND",
        message: "Could not find a driver with the matching id",
      },
      {
        success: false,
        driver: { externalId: "010" },
        date,
        code: "ERR_MULTIPLE_DRV",
        message: "Found multiple drivers with matching external id or serial number.",
      },
    ]);
    expect(body.updates.slice(3).map(({ code }: { code: string }) => code)).toEqual([
      "ERR_INVALID_PARAM_FORMAT",
      "ERR_MISSING_MAND_FIELD",
      "ERR_VEH_NOT_FOUND",
    ]);
    expect(body.success).toBe(false);
  });

  test("200: more than 500 updates, and none is done", async () => {
    const updates = Array.from({ length: 501 }, () => ({ driver: { serial: "S001" }, date, enabled: false }));
    expect((await update(updates)).body).toMatchObject({ success: false, code: "ERR_INVALID_PARAM_FORMAT" });
    expect((await update("no list")).body).toMatchObject({ success: false, code: "ERR_INVALID_PARAM_FORMAT" });
  });
});
