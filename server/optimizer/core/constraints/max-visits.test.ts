import { describe, expect, it } from "vitest";
import { allows, isActive, lineInput, lineState } from "../testing/line-problem";

describe("max visits", () => {
  it("is not compiled in where no vehicle could reach its limit", () => {
    expect(isActive(lineState(lineInput(3, 1, { maxVisits: Int32Array.of(3) })), "max-visits")).toBe(false);
  });

  it("refuses one visit too many, and counts a pair as two", () => {
    const input = lineInput(4, 1, { maxVisits: Int32Array.of(2), dropoffOf: Int32Array.of(-1, -1, 3, -1) });
    expect(allows(lineState(input, [0]), "max-visits", 1, 0)).toBe(true);
    expect(allows(lineState(input, [0]), "max-visits", 2, 0)).toBe(false);
    expect(allows(lineState(input, [0, 1]), "max-visits", 2, 1)).toBe(false);
  });
});
