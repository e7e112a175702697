import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chartScale } from "./chart-scale";

describe("a chart's scale", () => {
  test("ends at round numbers", () => {
    expect(chartScale([3, 87]).ticks).toEqual([0, 25, 50, 75, 100]);
    expect(chartScale([0.2, 0.93], { high: 1 }).ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(chartScale([300, 1100], { base: 60 }).ticks).toEqual([0, 300, 600, 900, 1200]);
  });

  test("of nothing has one step", () => {
    expect(chartScale([]).ticks).toEqual([0, 1]);
    expect(chartScale([0, 0], { base: 60 }).ticks).toEqual([0, 60]);
  });

  test("holds every value and nought, in few steps", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (values) => {
          const { low, high, ticks } = chartScale(values);
          expect(low).toBeLessThanOrEqual(Math.min(0, ...values));
          expect(high).toBeGreaterThanOrEqual(Math.max(0, ...values));
          expect(high).toBeGreaterThan(low);
          expect(ticks.some((tick) => Math.abs(tick) < 1e-12)).toBe(true);
          expect(ticks.length).toBeLessThanOrEqual(7);
        },
      ),
      { examples: [[[-5e-324, 4.000000004000001]]] },
    );
  });
});
