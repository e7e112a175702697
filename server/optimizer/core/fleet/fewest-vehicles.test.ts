import { describe, expect, it } from "vitest";
import { compileProblem } from "../problem/compile-problem";
import { type LineOverrides, lineInput, loads } from "../testing/line-problem";
import { fewestVehicles } from "./fewest-vehicles";

function fewest(overrides: LineOverrides) {
  return fewestVehicles(compileProblem(lineInput(4, 4, overrides)));
}

describe("fewest vehicles", () => {
  it("is one where nothing is carried", () => {
    expect(fewest({})).toBe(1);
  });

  it("is what the largest vehicles need for all there is to carry", () => {
    const capacity = loads(100, 60, 50, 10);
    expect(fewest({ deliver: loads(40, 40, 40, 40), capacity })).toBe(2);
    expect(fewest({ pickup: loads(40, 40, 40, 41), capacity })).toBe(3);
  });

  it("counts a vehicle that reloads as often as it may", () => {
    expect(fewest({ deliver: loads(100, 100, 100, 100), maxReloads: Int32Array.of(2, 0, 0, 0) })).toBe(2);
  });

  it("is no less than the vehicles with bound visits", () => {
    expect(fewest({ boundVisits: [0, 1, 2].map((v) => Int32Array.of(v)).concat(new Int32Array(0)) })).toBe(3);
  });
});
