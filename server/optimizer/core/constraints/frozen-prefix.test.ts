import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { allows, lineInput, lineState } from "../testing/line-problem";

describe("frozen prefix", () => {
  it("lets visits in behind the last frozen one only", () => {
    const state = lineState(lineInput(3, 1, { boundVisits: [Int32Array.of(1, 0)] }), [1, 0]);
    expect(allows(state, "frozen-prefix", 2, startNode(state.problem, 0))).toBe(false);
    expect(allows(state, "frozen-prefix", 2, 1)).toBe(false);
    expect(allows(state, "frozen-prefix", 2, 0)).toBe(true);
  });

  it("keeps a frozen visit that is already too late, on time from then on", () => {
    const late = lineInput(2, 1, { windowTo: Int32Array.of(9000, 50), boundVisits: [Int32Array.of(1)] });
    const state = lineState(late, [1]);
    expect(state.brokenCount).toBe(0);
    expect(allows(state, "time-windows", 0, 1)).toBe(true);
  });
});
