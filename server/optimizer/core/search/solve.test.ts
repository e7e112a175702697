import { describe, expect, it } from "vitest";
import { externalStop } from "../stop/external-stop";
import { iterationLimit } from "../stop/iteration-limit";
import { timeLimit } from "../stop/time-limit";
import { type LineOverrides, lineInput, loads } from "../testing/line-problem";
import { solve } from "./solve";

function plan(visitCount: number, vehicleCount: number, overrides: LineOverrides = {}, iterations = 300) {
  const stop = [iterationLimit(iterations)];
  const result = solve(lineInput(visitCount, vehicleCount, overrides), { seed: 1, stop, now: () => 0, verify: true });
  return { ...result, routes: result.routes.map((route) => [...route]) };
}

// The depot at 0 and visits at 100, 200, 300, 400 metres on one road; a cent per metre.
describe("solve, by hand", () => {
  it("drives to the far end and back once", () => {
    const { routes, costCents } = plan(4, 2);
    expect(routes.flat().sort()).toEqual([0, 1, 2, 3]);
    expect(costCents).toBe(800);
  });

  it("splits in two where one vehicle cannot carry all: near two and far two", () => {
    const { routes, costCents } = plan(4, 2, { deliver: loads(50, 50, 50, 50) });
    expect(routes.map((route) => route.toSorted().join()).sort()).toEqual(["0,1", "2,3"]);
    expect(costCents).toBe(400 + 800);
  });

  it("pays by the hour from the latest departure, not for waiting at the start", () => {
    const timed = {
      windowFrom: Int32Array.of(5000),
      costPerKmCents: Int32Array.of(0),
      costPerHourCents: Int32Array.of(3600),
    };
    // 100 there, 10 of service, 100 back at a cent per second.
    expect(plan(1, 1, timed).costCents).toBe(210);
  });

  it("uses the later window where the earlier one would be waited for", () => {
    const { costCents } = plan(2, 1, {
      windowOffset: Int32Array.of(0, 2, 3),
      windowFrom: Int32Array.of(0, 3000, 3000),
      windowTo: Int32Array.of(1000, 4000, 4000),
      costPerKmCents: Int32Array.of(0),
      costPerHourCents: Int32Array.of(3600),
    });
    expect(costCents).toBe(200 + 20 + 200);
  });

  it("prefers an extra vehicle to one hour too long only where that is cheaper", () => {
    const dear = plan(4, 2, { deliver: loads(25, 25, 25, 25), fixedCostCents: Int32Array.of(500, 100) });
    expect(dear.routes[0]).toEqual([]);
    expect(dear.costCents).toBe(100 + 800);
  });

  it("leaves out what matters least, tier by tier", () => {
    // Room for one: one critical visit beats three of the others, then high beats low.
    const deliver = loads(100, 100, 100, 100);
    const served = (tier: number[]) => plan(4, 1, { deliver, tier: Uint8Array.from(tier) }).routes[0];
    expect(served([2, 2, 3, 2])).toEqual([2]);
    expect(served([0, 2, 0, 1])).toEqual([1]);
  });

  it("gives up several visits of a lower tier for one of a higher", () => {
    const deliver = loads(30, 30, 40, 100);
    expect(plan(4, 1, { deliver, tier: Uint8Array.of(2, 2, 2, 3) }).routes[0]).toEqual([3]);
  });

  it("takes a pair in order on one vehicle", () => {
    const { routes } = plan(4, 2, { dropoffOf: Int32Array.of(-1, -1, -1, 0), pickup: loads(0, 0, 0, 10) });
    const route = routes.find((each) => each.includes(3)) ?? [];
    expect(route).toContain(0);
    expect(route.indexOf(3)).toBeLessThan(route.indexOf(0));
  });

  it("finds the fewest vehicles where that is the goal", () => {
    const { routes } = plan(4, 4, { fewestVehicles: true, deliver: loads(50, 50, 50, 50) }, 1000);
    expect(routes.filter((route) => route.length > 0)).toHaveLength(2);
  });

  it("hands over what stands when stopped while constructing, and finishes where that takes but a moment", () => {
    const stop = [externalStop(Int32Array.of(1))];
    const boundVisits = [Int32Array.of(7), new Int32Array(0)];
    const stopped = (now: () => number) =>
      solve(lineInput(20, 2, { boundVisits }), { seed: 1, stop, now, verify: true });
    let ticks = 0;
    const slow = stopped(() => ticks++ / 20);
    expect(slow.stopReason).toBe("stopped");
    expect(slow.iterations).toBe(0);
    expect(slow.routes[0]?.[0]).toBe(7);
    const served = slow.routes.reduce((sum, route) => sum + route.length, 0);
    expect(served).toBeGreaterThan(1);
    expect(served).toBeLessThan(20);
    expect(stopped(() => 0).routes.reduce((sum, route) => sum + route.length, 0)).toBe(20);
  });

  it("finishes its first plan even when the time limit is long gone", () => {
    let ticks = 0;
    const late = { seed: 1, stop: [timeLimit(1)], now: () => ticks++, verify: true };
    const { routes, stopReason, iterations } = solve(lineInput(20, 2), late);
    expect({ stopReason, iterations, served: routes[0]!.length + routes[1]!.length }).toEqual({
      stopReason: "time",
      iterations: 0,
      served: 20,
    });
  });

  it("starts from the routes given and repairs what breaks a rule", () => {
    const initialRoutes = [Int32Array.of(0, 1, 2, 3), new Int32Array(0)];
    const { routes } = plan(4, 2, { deliver: loads(50, 50, 50, 50), initialRoutes }, 1);
    expect(routes.flat()).toHaveLength(4);
    expect(routes.every((route) => route.length === 2)).toBe(true);
  });
});
