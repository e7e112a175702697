import { expect, test } from "vitest";
import { systemClock } from "./system-clock";

test("tells the time of the machine, and a new object each time", () => {
  const before = Date.now();
  const now = systemClock.now();
  expect(now.getTime()).toBeGreaterThanOrEqual(before);
  expect(now.getTime()).toBeLessThanOrEqual(Date.now());
  expect(systemClock.now()).not.toBe(now);
});
