import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { allows, lineInput, lineState } from "../testing/line-problem";

// Depot 0, visits at 100, 200, 300; a metre takes a second, service takes 10.
describe("time windows", () => {
  it("refuses a place that is reached after the close", () => {
    const input = lineInput(3, 1, { windowTo: Int32Array.of(9000, 9000, 400) });
    const state = lineState(input, [0, 1]);
    expect(allows(state, "time-windows", 2, 1)).toBe(true);
    // 0 → 200 at 200, leaves 210 → 100 at 310, leaves 320 → 300 at 520: too late.
    expect(allows(lineState(input, [1, 0]), "time-windows", 2, 0)).toBe(false);
  });

  it("refuses a place that makes someone behind it late", () => {
    const state = lineState(lineInput(3, 1, { windowTo: Int32Array.of(150, 9000, 9000) }), [0]);
    expect(allows(state, "time-windows", 2, startNode(state.problem, 0))).toBe(false);
    expect(allows(state, "time-windows", 2, 0)).toBe(true);
  });

  it("waits for the next of several windows", () => {
    const input = lineInput(2, 1, {
      windowOffset: Int32Array.of(0, 2, 3),
      windowFrom: Int32Array.of(0, 1000, 0),
      windowTo: Int32Array.of(50, 1200, 9000),
    });
    const state = lineState(input, [0, 1]);
    expect(state.brokenCount).toBe(0);
    expect(state.schedule.departure[0]).toBe(1010);
    expect(state.schedule.latestArrival[0]).toBe(1200);
  });

  it("holds the way back to the end of the shift", () => {
    const input = lineInput(3, 1, { shiftTo: Int32Array.of(620) });
    expect(allows(lineState(input, []), "time-windows", 2, startNode(lineState(input).problem, 0))).toBe(true);
    // With both: 300 out, 300 back and 20 of service is 620; one visit more is 630.
    expect(allows(lineState(input, [0]), "time-windows", 2, 0)).toBe(true);
    expect(allows(lineState(input, [0, 1]), "time-windows", 2, 1)).toBe(false);
  });
});
