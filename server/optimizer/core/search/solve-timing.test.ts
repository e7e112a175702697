import { describe, expect, it } from "vitest";
import { iterationLimit } from "../stop/iteration-limit";
import { type LineOverrides, lineInput, loads } from "../testing/line-problem";
import { solve } from "./solve";

function plan(visitCount: number, vehicleCount: number, overrides: LineOverrides = {}) {
  const stop = [iterationLimit(300)];
  const result = solve(lineInput(visitCount, vehicleCount, overrides), { seed: 1, stop, now: () => 0, verify: true });
  return { ...result, routes: result.routes.map((route) => [...route]) };
}

function sets(routes: readonly number[][]): string[] {
  return routes.map((route) => route.toSorted().join()).sort();
}

// The depot at 0 and visits at 100, 200, 300, 400 metres on one road; a cent per metre, a metre per second, service 10.
describe("solve with limits and prices on time, by hand", () => {
  it("works overtime where that is cheaper than another vehicle, and only then", () => {
    // All four return at 840, 20 seconds late; 0 and 1 on a vehicle of their own drive 400 more.
    const shift = { shiftTo: Int32Array.of(820, 820), overtimeSeconds: Int32Array.of(60, 60) };
    const at = (cents: number) => plan(4, 2, { ...shift, overtimeCentsPerHour: Int32Array.of(cents, cents) });
    expect(at(10 * 3600).costCents).toBe(800 + 200);
    const dear = at(30 * 3600);
    expect(dear.costCents).toBe(1200);
    expect(sets(dear.routes)).toEqual(["0,1", "2,3"]);
  });

  it("sends the nearest alone where no vehicle may work long enough for all", () => {
    const { routes, costCents } = plan(4, 2, { maxWorkSeconds: Int32Array.of(830, 830) });
    expect(sets(routes)).toEqual(["0", "1,2,3"]);
    expect(costCents).toBe(800 + 200);
  });

  it("sends a second vehicle rather than let one wait longer than it may work", () => {
    const apart = { windowFrom: Int32Array.of(5000, 0), windowTo: Int32Array.of(9000, 1000) };
    expect(plan(2, 2, { ...apart, maxWorkSeconds: Int32Array.of(4000, 4000) }).costCents).toBe(600);
    expect(plan(2, 2, { ...apart, maxWorkSeconds: Int32Array.of(5000, 5000) }).costCents).toBe(400);
  });

  it("counts what is done already: visits, metres, seconds at the wheel and at work, and what is on board", () => {
    const one = (...amounts: number[]) => Int32Array.from(amounts);
    const served = (limits: LineOverrides) => plan(4, 1, limits).routes[0]!.toSorted();
    expect(served({ maxVisits: one(5), doneVisits: one(2) })).toEqual([0, 1, 2]);
    expect(served({ maxDistanceMeters: one(1000), doneMeters: one(300) })).toEqual([0, 1, 2]);
    expect(served({ maxDriveSeconds: one(1000), doneDriveSeconds: one(500) })).toEqual([0, 1]);
    expect(served({ maxWorkSeconds: one(1000), doneWorkSeconds: one(371) })).toEqual([0, 1]);
    const deliver = loads(30, 30, 30, 10);
    expect(served({ deliver })).toEqual([0, 1, 2, 3]);
    expect(served({ deliver, onBoard: one(30, 0, 0, 0) })).toEqual([0, 1, 3]);
  });

  it("plans several days at once: a vehicle on a day is a vehicle, and all windows are on one clock", () => {
    // Two shifts a day apart. Visits 0 and 3 are at home on the first day only, 1 on the second, 2 on both.
    const day = 86_400;
    const days = {
      shiftFrom: Int32Array.of(0, day),
      shiftTo: Int32Array.of(10_000, day + 10_000),
      windowOffset: Int32Array.of(0, 1, 2, 4, 5),
      windowFrom: Int32Array.of(0, day, 0, day, 0),
      windowTo: Int32Array.of(9000, day + 9000, 9000, day + 9000, 9000),
    };
    const { routes, costCents } = plan(4, 2, days);
    // Out to 400 on the first day, passing visit 2, and to 200 on the second.
    expect(costCents).toBe(800 + 400);
    expect(routes.map((route) => route.toSorted())).toEqual([[0, 2, 3], [1]]);
  });
});
