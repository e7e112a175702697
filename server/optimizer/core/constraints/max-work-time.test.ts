import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import { allows, isActive, lineInput, lineState } from "../testing/line-problem";

describe("max work time", () => {
  it("is not compiled in without a limit", () => {
    expect(isActive(lineState(lineInput(2, 1)), "max-work-time")).toBe(false);
  });

  it("counts driving, service and waiting, from the latest departure on", () => {
    // Out to 300 and back is 600, two services 20.
    const state = (limit: number) => lineState(lineInput(3, 1, { maxWorkSeconds: Int32Array.of(limit) }), [0]);
    expect(allows(state(620), "max-work-time", 2, 0)).toBe(true);
    expect(allows(state(619), "max-work-time", 2, 0)).toBe(false);
    // The first visit opens at 5000: to leave later costs no work, but who was at the other one by 1000 waits.
    const apart = { windowFrom: Int32Array.of(5000, 0), windowTo: Int32Array.of(9000, 1000) };
    const waiting = lineState(lineInput(2, 1, { ...apart, maxWorkSeconds: Int32Array.of(4000) }), [0]);
    expect(waiting.brokenCount).toBe(0);
    expect(allows(waiting, "max-work-time", 1, startNode(waiting.problem, 0))).toBe(false);
  });

  it("counts what was worked before, and leaves vehicles without a limit alone", () => {
    const limits = { maxWorkSeconds: Int32Array.of(620, UNLIMITED), doneWorkSeconds: Int32Array.of(1, 9000) };
    const state = lineState(lineInput(3, 2, limits), [0], [1]);
    expect(allows(state, "max-work-time", 2, 0)).toBe(false);
    expect(allows(state, "max-work-time", 2, 1)).toBe(true);
  });

  it("tries a place where other windows may become the shorter ones", () => {
    const input = lineInput(2, 1, {
      windowOffset: Int32Array.of(0, 2, 3),
      windowFrom: Int32Array.of(0, 3000, 3000),
      windowTo: Int32Array.of(1000, 4000, 4000),
      maxWorkSeconds: Int32Array.of(420),
    });
    // Out to 200 and back with both in the afternoon: 400 and two services.
    expect(allows(lineState(input, [0]), "max-work-time", 1, 0)).toBe(true);
    expect(allows(lineState({ ...input, maxWorkSeconds: Int32Array.of(419) }, [0]), "max-work-time", 1, 0)).toBe(false);
  });
});
