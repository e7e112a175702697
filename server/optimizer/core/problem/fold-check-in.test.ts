import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { allows, lineInput, lineState } from "../testing/line-problem";
import { solveLine } from "../testing/solve-line";
import { foldCheckIn } from "./fold-check-in";

/** Visits 0 and 1 both stand at 100; each asks for 50 s on arriving from elsewhere. */
const shared = { visitLocation: Int32Array.of(1, 1, 3), checkInSeconds: Int32Array.of(50, 50, 0) };
const hourly = { costPerKmCents: Int32Array.of(0), costPerHourCents: Int32Array.of(3600) };

describe("check-in", () => {
  it("leaves a problem without any as it is", () => {
    const input = lineInput(2, 1);
    expect(foldCheckIn(input).input).toBe(input);
  });

  it("is shared by visits that follow each other at one location, and charged again after a detour", () => {
    const returns = (...route: number[]) => {
      const { schedule, problem } = lineState(lineInput(3, 1, shared), route);
      return schedule.departure[startNode(problem, 0) + 1];
    };
    expect(returns(0)).toBe(100 + 50 + 10 + 100);
    expect(returns(0, 1)).toBe(100 + 50 + 20 + 100);
    expect(returns(0, 2, 1)).toBe(300 + 20 + 300 + 100 + 10);
  });

  it("differs between visits at one place, and is nothing where the vehicle stands already", () => {
    const differing = { visitLocation: Int32Array.of(1, 1, 0), checkInSeconds: Int32Array.of(50, 20, 70) };
    const { schedule, problem } = lineState(lineInput(3, 1, differing), [2, 1, 0]);
    expect(schedule.departure[startNode(problem, 0) + 1]).toBe(10 + 100 + 20 + 20 + 100);
    const apart = lineState(lineInput(3, 1, differing), [0, 2, 1]);
    // 100 there and 50, back to the start and 70, there again and 20, back.
    expect(apart.schedule.departure[startNode(apart.problem, 0) + 1]).toBe(400 + 140 + 30);
  });

  it("is work, not driving", () => {
    const limits = { maxDriveSeconds: Int32Array.of(200), maxWorkSeconds: Int32Array.of(270) };
    const state = lineState(lineInput(3, 1, { ...shared, ...limits }), [0]);
    expect(state.brokenCount).toBe(0);
    expect(allows(state, "max-drive-time", 1, 0)).toBe(true);
    expect(allows(state, "max-work-time", 1, 0)).toBe(true);
    expect(lineState(lineInput(3, 1, { ...shared, maxWorkSeconds: Int32Array.of(259) }), [0]).brokenCount).toBe(1);
  });

  it("makes the cheapest plan serve one place in one go", () => {
    // Visits 0 and 1 at 100, 2 at 300, 3 at 400; there and back 800, four services, one check-in of 300.
    const input = {
      visitLocation: Int32Array.of(1, 1, 3, 4),
      checkInSeconds: Int32Array.of(300, 300, 0, 0),
      ...hourly,
    };
    const { routes, costCents } = solveLine(4, 1, input);
    expect(costCents).toBe(800 + 40 + 300);
    expect(Math.abs(routes[0]!.indexOf(0) - routes[0]!.indexOf(1))).toBe(1);
  });
});
