import { expect, test } from "vitest";
import { DELIVERY_STATUSES } from "./delivery-status";
import { progressPercent } from "./progress-percent";

test("it grows with every stop made before the door, stays below 100 until the end, and is 100 then", () => {
  const at = (stopsBefore: number) => progressPercent("enroute", { routeStatus: "started", position: 9, stopsBefore });
  const steps = [9, 6, 3, 1, 0].map(at);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(steps[0]).toBe(30);
  expect(steps.at(-1)).toBeLessThan(95);
  expect(progressPercent("assigned", { routeStatus: "started", position: 0, stopsBefore: 0 })).toBe(30);
  for (const status of ["delivered", "failed", "cancelled", "returned"] as const) {
    expect(progressPercent(status, null)).toBe(100);
  }
});

test("whatever is known, it is a percentage, and a route that waits changes nothing", () => {
  for (const status of DELIVERY_STATUSES) {
    for (const stopsBefore of [null, 0, 50]) {
      const percent = progressPercent(status, { routeStatus: "started", position: 3, stopsBefore });
      expect(percent).toBeGreaterThanOrEqual(0);
      expect(percent).toBeLessThanOrEqual(100);
    }
    const waiting = { routeStatus: "dispatched", position: 3, stopsBefore: null };
    expect(progressPercent(status, waiting)).toBe(progressPercent(status, null));
  }
});
