import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { COST_UNITS_PER_CENT } from "../problem/problem-input";
import { allows, lineInput, lineState } from "../testing/line-problem";

/** Out to 300 and back is 600; three services make it 630. */
const overtime = {
  shiftTo: Int32Array.of(600),
  overtimeSeconds: Int32Array.of(30),
  overtimeCentsPerHour: Int32Array.of(7200),
  costPerKmCents: Int32Array.of(0),
};

describe("overtime", () => {
  it("lets a route return so much after its shift, and no more", () => {
    const allowed = (seconds: number) => {
      const state = lineState(lineInput(3, 1, { ...overtime, overtimeSeconds: Int32Array.of(seconds) }), [0, 1]);
      return [allows(state, "time-windows", 2, 1), allows(state, "shift", 2, 1)];
    };
    expect(allowed(30)).toEqual([true, true]);
    expect(allowed(29)).toEqual([false, true]);
  });

  it("is paid from the end of the shift to the earliest return", () => {
    const cents = (...route: number[]) => lineState(lineInput(3, 1, overtime), route).totalCost / COST_UNITS_PER_CENT;
    expect(cents(0, 1)).toBe(0);
    expect(cents(0, 1, 2)).toBe(60);
  });

  it("knows what a visit adds before it is inserted", () => {
    const state = lineState(lineInput(3, 1, overtime), [1, 2]);
    const start = startNode(state.problem, 0);
    expect(state.totalCost / COST_UNITS_PER_CENT).toBe(40);
    const part = state.parts.find(({ name }) => name === "overtime");
    expect((part?.placePrice?.(0, 0, start, 1) ?? 0) / COST_UNITS_PER_CENT).toBe(20);
    state.insert(0, start, -1);
    expect(state.totalCost / COST_UNITS_PER_CENT).toBe(60);
  });

  it("is not made to save paid time: a later window counts only if the shift can still be met", () => {
    // The first visit in its morning window, leaving at 900 at the latest, and a wait at the second: back at 3210. The first
    // in its afternoon window: 420 of work, but back at 3420.
    const input = lineInput(2, 1, {
      windowOffset: Int32Array.of(0, 2, 3),
      windowFrom: Int32Array.of(0, 3100, 3000),
      windowTo: Int32Array.of(1000, 4000, 4000),
      shiftTo: Int32Array.of(3419),
      overtimeSeconds: Int32Array.of(1000),
      costPerKmCents: Int32Array.of(0),
      costPerHourCents: Int32Array.of(3600),
    });
    expect(lineState(input, [0, 1]).totalCost / COST_UNITS_PER_CENT).toBe(3210 - 900);
    const unhurried = lineState({ ...input, shiftTo: Int32Array.of(3420) }, [0, 1]);
    expect(unhurried.totalCost / COST_UNITS_PER_CENT).toBe(420);
  });
});
