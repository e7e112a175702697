import { describe, expect, it } from "vitest";
import { allows, lineInput, lineState } from "../testing/line-problem";

const bound = [Int32Array.of(0), new Int32Array(0)];

describe("locked routes", () => {
  it("take nothing more", () => {
    const state = lineState(lineInput(2, 2, { locked: Uint8Array.of(1, 0), boundVisits: bound }), [0]);
    expect(allows(state, "locked", 1, 0)).toBe(false);
  });

  it("are also those whose bound visits already break a limit, and they are not called broken", () => {
    const limits = { maxDistanceMeters: Int32Array.of(100, 9000), boundVisits: bound };
    const state = lineState(lineInput(2, 2, limits), [0]);
    expect(allows(state, "locked", 1, 0)).toBe(false);
    expect(state.brokenCount).toBe(0);
  });
});
