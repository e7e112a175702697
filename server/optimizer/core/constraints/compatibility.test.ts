import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { allows, isActive, lineInput, lineState } from "../testing/line-problem";

describe("compatibility", () => {
  it("is not compiled in where every visit may ride anywhere", () => {
    expect(isActive(lineState(lineInput(2, 2)), "compatibility")).toBe(false);
  });

  it("keeps a visit off a vehicle it must not ride on, and a pair off one that either half must not", () => {
    // Rows are visits, columns vehicles: visit 0 only on the first; drop-off 2 only on the second.
    const allowed = Uint8Array.of(1, 0, 1, 1, 0, 1);
    const state = lineState(lineInput(3, 2, { allowed, dropoffOf: Int32Array.of(-1, 2, -1) }));
    const [first, second] = [startNode(state.problem, 0), startNode(state.problem, 1)];
    expect([allows(state, "compatibility", 0, first), allows(state, "compatibility", 0, second)]).toEqual([
      true,
      false,
    ]);
    expect([allows(state, "compatibility", 1, first), allows(state, "compatibility", 1, second)]).toEqual([
      false,
      true,
    ]);
  });
});
