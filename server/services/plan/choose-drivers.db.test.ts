import { describe, expect, test } from "vitest";
import { planScenario } from "@/server/testing/plan-scenario";
import { chooseDrivers } from "./choose-drivers";
import { findPlan } from "./find-plan";
import { getBoard } from "./get-board";
import { moveStops } from "./move-stops";
import { openPlan } from "./open-plan";

const spots = [1, 2].map((x) => ({ at: [x, x] as const }));

describe("openPlan", () => {
  test("makes a day's plan once, even when two people open it at once", async () => {
    const s = await planScenario(spots);
    const day = { projectId: s.projectId, date: "2026-07-01" };
    expect(await findPlan(s.context("viewer"), day)).toBeNull();
    const opened = await Promise.all([openPlan(s.context(), day), openPlan(s.context(), day)]);
    expect(opened[0].planId).toBe(opened[1].planId);
    expect(await findPlan(s.context("viewer"), day)).toMatchObject({ planId: opened[0].planId, status: "draft" });
    const other = await planScenario([]);
    await expect(openPlan(other.context(), day)).rejects.toMatchObject({ code: "not-found" });
    await expect(openPlan(s.context("viewer"), { ...day, date: "2026-07-02" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(getBoard(other.context(), { planId: s.planId })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("chooseDrivers", () => {
  test("gives each driver an empty route, takes the others off, and numbers without gaps", async () => {
    const s = await planScenario(spots, { drivers: 3 });
    const [a, b, c] = s.driverIds;
    const choose = (...drivers: object[]) =>
      chooseDrivers(s.context(), { planId: s.planId, drivers: drivers as { driverId: string }[] });
    expect((await s.board()).routes.map((route) => route.number)).toEqual([1, 2, 3]);
    expect(await choose({ driverId: a }, { driverId: c })).toMatchObject({ removed: [b], added: [], refused: [] });
    expect((await choose({ driverId: a }, { driverId: b }, { driverId: c })).added[0]).toMatchObject({
      driverId: b,
      routeNumber: 2,
    });
    const before = (await s.board()).plan.version;
    expect(await choose({ driverId: a }, { driverId: b }, { driverId: c })).toEqual({
      added: [],
      changed: [],
      removed: [],
      refused: [],
    });
    expect((await s.board()).plan.version).toBe(before);
  });

  test("a driver's breaks are his usual ones until the day has others, and are timed", async () => {
    const s = await planScenario(spots, { drivers: 1 });
    const [driverId] = s.driverIds;
    const lunch = { fromSeconds: 8 * 3600, toSeconds: 9 * 3600, durationSeconds: 1800 };
    const { raw } = s.tenant.database;
    await raw`update driver set breaks = ${raw.json([lunch])} where id = ${driverId!}`;
    for (const visitId of s.visitIds) {
      await raw`update delivery_visit set service_seconds = 3600 where id = ${visitId}`;
      const to = { kind: "best" as const, routeId: s.routeIds[0]! };
      await moveStops(s.context(), { planId: s.planId, mutationId: s.mutationId(), visitIds: [visitId], to });
    }
    const route = async () => (await s.board()).routes[0]!;
    expect((await route()).rules.breaks).toEqual([lunch]);
    expect((await route()).schedule.driverBreaks).toHaveLength(1);
    const choose = (breaks: (typeof lunch)[] | null) =>
      chooseDrivers(s.context(), { planId: s.planId, drivers: [{ driverId: driverId!, breaks }] });
    expect((await choose([])).changed).toHaveLength(1);
    expect((await route()).rules).not.toHaveProperty("breaks");
    expect((await route()).schedule.driverBreaks).toEqual([]);
    expect((await choose([])).changed).toEqual([]);
    await choose(null);
    expect((await route()).rules.breaks).toEqual([lunch]);
  });

  test("refuses by driver what cannot be, and does the rest", async () => {
    const s = await planScenario(spots, { drivers: 3 });
    const [a, b, c] = s.driverIds;
    await moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[0]!],
      to: { kind: "best", routeId: s.routeIds[0]! },
    });
    await s.tenant.database.raw`update driver set vehicle_id = null, status = 'active' where id = ${b!}`;
    const stranger = s.tenant.newId();
    const result = await chooseDrivers(s.context(), {
      planId: s.planId,
      drivers: [
        { driverId: c!, shiftFromSeconds: 30_000, endDepotId: null },
        { driverId: stranger },
        { driverId: b!, shiftToSeconds: 1 },
      ],
    });
    expect(result.refused).toEqual([
      { driverId: a, reason: "route-has-stops" },
      { driverId: stranger, reason: "unknown-driver" },
      { driverId: b, reason: "shift-ends-before-it-begins" },
    ]);
    const route = (await s.board()).routes.find((each) => each.driver.id === c)!;
    expect(route).toMatchObject({ end: null, version: 2, rules: { shift: { fromSeconds: 30_000 } } });
    expect(result.changed).toEqual([{ driverId: c, routeId: route.id }]);
    await chooseDrivers(s.context(), { planId: s.planId, drivers: [{ driverId: a! }] });
    const back = await chooseDrivers(s.context(), { planId: s.planId, drivers: [{ driverId: a! }, { driverId: b! }] });
    expect(back.refused).toEqual([{ driverId: b, reason: "no-vehicle" }]);
  });
});
