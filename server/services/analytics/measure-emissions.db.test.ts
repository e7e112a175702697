import { describe, expect, test } from "vitest";
import type { Breakdown } from "@/server/domain/analytics/breakdown";
import { type DrivenDay, drivenDay } from "@/server/testing/driven-day";
import { logEvents } from "@/server/testing/log-events";
import { type ReportedDays, reportedDays } from "@/server/testing/reported-days";
import { reportForDriver } from "../execution/report-for-driver";
import { syncDriverOps } from "../execution/sync-driver-ops";
import { chooseDrivers } from "../plan/choose-drivers";
import { previewSwap } from "../plan/preview-swap";
import { swapRouteDrivers } from "../plan/swap-drivers";
import { exportReport } from "./export-report";
import { listRoutesOfFigure } from "./list-behind";
import { measureReport } from "./measure-report";

const DAYS = { fromDate: "2026-03-08", toDate: "2026-03-09" };

/**
 * Three routes of thirty kilometres. The first emits 200 g a kilometre and was driven 40 km, with two deliveries made of three;
 * the second 100.25 g, its positions unknown and its one delivery failed; of the third nothing was kept.
 */
async function threeRoutes() {
  const days = await reportedDays(5);
  const { attempt, drove } = days;
  const [from, to] = ["2026-03-08T12:00:00Z", "2026-03-08T15:00:00Z"];
  await attempt({ day: 0, driver: 0, visit: 0, arrivedAt: "2026-03-08T12:30:00Z" });
  await attempt({ day: 0, driver: 0, visit: 1, arrivedAt: "2026-03-08T13:00:00Z", status: "partial" });
  await attempt({ day: 0, driver: 0, visit: 2, arrivedAt: "2026-03-08T13:30:00Z", status: "attempted" });
  await attempt({ day: 0, driver: 1, visit: 3, arrivedAt: "2026-03-08T13:30:00Z", status: "failed" });
  await attempt({ day: 1, driver: 1, visit: 4, arrivedAt: "2026-03-09T13:00:00Z" });
  await drove(0, 0, [from, to], { drivenMeters: 40_000, emissionGramsPerKm: 200 });
  await drove(0, 1, [from, to], { emissionGramsPerKm: 100.25 });
  await drove(1, 1, ["2026-03-09T12:00:00Z", "2026-03-09T15:00:00Z"], { drivenMeters: 30_000 });
  return days;
}

const report = ({ scenario }: Pick<ReportedDays, "scenario">, by: Breakdown, span = DAYS) =>
  measureReport(scenario.context("viewer"), { ...span, group: "emissions", by });

describe("CO₂ of routes", () => {
  test("planned and driven, and per delivery; of what was not kept nothing is known, which is not nought", async () => {
    const { total, rows } = await report(await threeRoutes(), "day");
    expect(total).toEqual({
      routes: 3,
      knownRoutes: 2,
      plannedGrams: 6000 + 3008,
      sentGrams: 6000 + 3008,
      delivered: 2,
      plannedPerDeliveryGrams: 9008 / 2,
      comparedRoutes: 1,
      comparedPlannedGrams: 6000,
      drivenGrams: 8000,
      comparedDelivered: 2,
      drivenPerDeliveryGrams: 4000,
      emissionEfficiency: 6 / 8,
    });
    expect(rows.map(({ key, values }) => [key, values.knownRoutes, values.plannedGrams, values.drivenGrams])).toEqual([
      ["2026-03-08", 2, 9008, 8000],
      ["2026-03-09", 0, null, null],
    ]);
  });

  test("by driver and partner, in the file, and of the routes behind a line", async () => {
    const days = await threeRoutes();
    const drivers = await report(days, "driver");
    expect(
      drivers.rows.map(({ name, values }) => [
        name,
        values.routes,
        values.plannedGrams,
        values.plannedPerDeliveryGrams,
      ]),
    ).toEqual([
      ["Driver 0", 1, 6000, 3000],
      // Nothing delivered: no delivery has a share of it.
      ["Driver 1", 2, 3008, null],
    ]);
    expect((await report(days, "partner")).rows.map(({ key, values }) => [key, values.drivenGrams])).toEqual([
      [null, 8000],
    ]);
    const { csv } = await exportReport(days.scenario.context(), { ...DAYS, group: "emissions", by: "day" });
    const lines = csv.replace("\uFEFF", "").trimEnd().split("\r\n");
    expect(lines).toEqual([
      "day,name,routes,known_routes,planned_g,sent_g,delivered,planned_per_delivery_g,compared_routes,compared_planned_g,driven_g,compared_delivered,driven_per_delivery_g,emission_efficiency_pct",
      "2026-03-08,,2,2,9008,9008,2,4504,1,6000,8000,2,4000,75.0",
      "2026-03-09,,1,0,,,,,0,,,,,",
      "total,,3,2,9008,9008,2,4504,1,6000,8000,2,4000,75.0",
    ]);
    const { routes } = await listRoutesOfFigure(days.scenario.context(), { ...DAYS, by: "day" });
    expect(routes.map(({ plannedGrams, drivenGrams }) => [plannedGrams, drivenGrams])).toEqual([
      [null, null],
      [6000, 8000],
      [3008, null],
    ]);
  });

  test("of zones each has its share by the route's stops there, and what was delivered there; together they are the whole", async () => {
    const days = await threeRoutes();
    const { tenant, visitIds } = days.scenario;
    for (const [visit, postcode] of ["2100", "2200", "2200", "2200", "2100"].entries()) {
      await tenant.database.raw`update location set postcode = ${postcode} from delivery_visit v
        where location.organization_id = ${tenant.organizationId} and v.organization_id = ${tenant.organizationId}
          and v.location_id = location.id and v.id = ${visitIds[visit]!}`;
    }
    const { rows, total } = await report(days, "zone");
    const [first, second] = rows.map(({ values }) => values);
    expect(rows.map(({ key }) => key)).toEqual(["2100", "2200"]);
    expect(first).toMatchObject({ drivenGrams: 8000 / 3, comparedDelivered: 1, drivenPerDeliveryGrams: 8000 / 3 });
    expect(second).toMatchObject({ comparedDelivered: 1, delivered: 1 });
    for (const id of ["routes", "knownRoutes", "plannedGrams", "drivenGrams", "delivered"] as const) {
      expect(first![id]! + second![id]!, id).toBeCloseTo(total[id]!, 6);
    }
  });

  test("as it was sent: what the log has of it, else the distance it was sent with", async () => {
    const days = await threeRoutes();
    const sent = { type: "route.dispatched", entity: "route" } as const;
    const distance = { stops: 1, distanceMeters: 20_000, durationSeconds: 60 };
    await logEvents(days.scenario.tenant, [
      { ...sent, entityId: days.routeId(0, 0), data: { ...distance, emissionsGrams: 5000 } },
      { ...sent, entityId: days.routeId(0, 1), data: distance },
    ]);
    expect((await report(days, "day")).total).toMatchObject({ sentGrams: 5000 + 2005, plannedGrams: 9008 });
  });

  test("a van without any is known to emit nothing", async () => {
    const days = await reportedDays(1);
    await days.attempt({ day: 0, driver: 0, visit: 0, arrivedAt: "2026-03-08T12:30:00Z" });
    const span = ["2026-03-08T12:00:00Z", "2026-03-08T15:00:00Z"] as const;
    await days.drove(0, 0, span, { drivenMeters: 1000, emissionGramsPerKm: 0 });
    const { total } = await report(days, "day");
    expect(total).toMatchObject({ knownRoutes: 1, plannedGrams: 0, drivenGrams: 0, emissionEfficiency: null });
  });
});

describe("what is kept of a vehicle's emissions", () => {
  const JUNE = { fromDate: "2026-06-10", toDate: "2026-06-10" };

  /** What is said of the vehicle of a driver, in grams a kilometre. */
  async function say({ scenario }: DrivenDay, driver: number, grams: number | null) {
    const { database, organizationId } = scenario.tenant;
    await database.raw`update vehicle v set emission_grams_per_km = ${grams} from driver
      where v.organization_id = ${organizationId} and driver.organization_id = ${organizationId}
        and driver.vehicle_id = v.id and driver.id = ${scenario.driverIds[driver]!}`;
  }

  async function act(day: DrivenDay, route: number, act: Record<string, unknown> & { readonly type: string }) {
    day.clock.advanceSeconds(600);
    return syncDriverOps(await day.driver(route), { deviceNow: day.clock.now(), ops: [day.act(act)] });
  }

  const planned = async ({ scenario }: DrivenDay) =>
    (await report({ scenario }, "driver", JUNE)).rows.map(({ name, values }) => [name, values.plannedGrams]);

  test("is what it was when the route ended, whatever is said of it later or done after that", async () => {
    const day = await drivenDay([[0], [1]]);
    const distances = (await day.scenario.board()).routes.map(({ schedule }) => schedule.distanceMeters);
    await say(day, 0, 100.25);
    for (const route of [0, 1]) await act(day, route, { type: "start-route" });
    expect(await planned(day)).toEqual([]);
    await say(day, 0, 150.25);
    for (const route of [0, 1]) await act(day, route, { type: "finish-route" });
    const ended = [
      ["Driver 0", Math.round((distances[0]! * 150.25) / 1000)],
      ["Driver 1", null],
    ];
    expect(await planned(day)).toEqual(ended);
    await say(day, 0, 999);
    await say(day, 1, 999);
    for (const route of [0, 1]) await act(day, route, { type: "check-out" });
    expect(await planned(day)).toEqual(ended);
  });

  test("a route that another driver takes over in his own van is his van's", async () => {
    const day = await drivenDay([[0], []]);
    const { scenario } = day;
    await say(day, 0, 100);
    await say(day, 1, 50);
    await act(day, 0, { type: "start-route" });
    const asked = { planId: scenario.planId, routeId: scenario.routeIds[0]!, driverId: scenario.driverIds[1]! };
    const withVehicle = { ...asked, withVehicle: true };
    // His own van is free: he has no route of his own any more.
    await chooseDrivers(scenario.context(), {
      planId: scenario.planId,
      drivers: [{ driverId: scenario.driverIds[0]! }],
    });
    const { base } = await previewSwap(scenario.context(), withVehicle);
    await swapRouteDrivers(scenario.context(), {
      ...withVehicle,
      mutationId: scenario.mutationId(),
      confirmed: [...base],
    });
    const { distanceMeters } = (await scenario.board()).routes[0]!.schedule;
    await say(day, 0, 77);
    day.clock.advanceSeconds(600);
    const { deviceSeq: _, ...finished } = day.act({ type: "finish-route" });
    await reportForDriver(scenario.context(), { routeId: scenario.routeIds[0]!, act: finished } as never);
    expect(await planned(day)).toEqual([["Driver 1", Math.round((distanceMeters * 50) / 1000)]]);
  });
});
