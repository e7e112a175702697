import { describe, expect, it } from "vitest";
import { isActive, lineInput, lineState } from "../testing/line-problem";

const pair = { dropoffOf: Int32Array.of(1, -1, -1) };

describe("pair order", () => {
  it("is not compiled in without pairs", () => {
    expect(isActive(lineState(lineInput(2, 1)), "pair-order")).toBe(false);
  });

  it("wants the drop-off behind its pickup, with others between them or not", () => {
    expect(lineState(lineInput(3, 1, pair), [0, 2, 1]).brokenCount).toBe(0);
    expect(lineState(lineInput(3, 1, pair), [1, 2, 0]).brokenCount).toBe(1);
  });

  it("wants both on one route", () => {
    expect(lineState(lineInput(3, 2, pair), [0], [1]).brokenCount).toBeGreaterThan(0);
  });
});
