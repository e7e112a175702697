import { describe, expect, it } from "vitest";
import { UNLIMITED } from "../problem/problem-input";
import { allows, isActive, lineInput, lineState } from "../testing/line-problem";

describe("max distance", () => {
  it("is not compiled in without a limit", () => {
    expect(isActive(lineState(lineInput(2, 1)), "max-distance")).toBe(false);
  });

  it("counts the way there and back", () => {
    const input = lineInput(3, 2, { maxDistanceMeters: Int32Array.of(599, UNLIMITED) });
    const state = lineState(input, [0], [1]);
    expect(allows(state, "max-distance", 2, 0)).toBe(false);
    expect(allows(state, "max-distance", 2, 1)).toBe(true);
    expect(allows(lineState({ ...input, maxDistanceMeters: Int32Array.of(600, 0) }, [0]), "max-distance", 2, 0)).toBe(
      true,
    );
  });

  it("ends an open route at its last visit", () => {
    const input = lineInput(3, 1, { maxDistanceMeters: Int32Array.of(300), endLocation: Int32Array.of(-1) });
    expect(allows(lineState(input, [0]), "max-distance", 2, 0)).toBe(true);
  });
});
