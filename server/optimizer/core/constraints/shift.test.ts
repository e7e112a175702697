import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { allows, isActive, lineInput, lineState } from "../testing/line-problem";

describe("shift", () => {
  it("is not compiled in where every visit meets every shift", () => {
    expect(isActive(lineState(lineInput(2, 2)), "shift")).toBe(false);
  });

  it("refuses vehicles whose shift is over before the window opens or begins after it closes", () => {
    const input = lineInput(2, 2, {
      windowFrom: Int32Array.of(5000, 0),
      windowTo: Int32Array.of(6000, 900),
      shiftFrom: Int32Array.of(0, 1000),
      shiftTo: Int32Array.of(4000, 9000),
    });
    const state = lineState(input);
    const answers = [0, 1].map((visit) =>
      [0, 1].map((k) => allows(state, "shift", visit, startNode(state.problem, k))),
    );
    expect(answers).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});
