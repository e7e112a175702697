import { expect, test } from "vitest";
import { extendCurve, type OptimizationProgress } from "./optimization-run";

test("a cost curve keeps its newest point and never grows beyond 200", () => {
  let curve: OptimizationProgress["curve"] = [];
  for (let i = 0; i < 5000; i++) {
    curve = extendCurve(curve, i / 10, 10_000 - i);
    expect(curve.at(-1)).toEqual([i / 10, 10_000 - i]);
    expect(curve.length).toBeLessThanOrEqual(200);
  }
  const seconds = curve.map(([at]) => at);
  expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
});

test("a cost that has not changed adds nothing", () => {
  expect(extendCurve([[1, 50]], 2, 50)).toEqual([[1, 50]]);
});
