import { expect, test } from "vitest";
import { cutoffInstant } from "./cutoff-instant";

const AT_16 = 16 * 3600;

test("the cut-off is a time on the wall of the project's zone, on the day before or the day itself", () => {
  const at = (date: string, cutoffDaysBefore: number) =>
    cutoffInstant(date, "Europe/Madrid", { cutoffSeconds: AT_16, cutoffDaysBefore })!.toISOString();
  expect(at("2026-03-02", 1)).toBe("2026-03-01T15:00:00.000Z");
  expect(at("2026-03-02", 0)).toBe("2026-03-02T15:00:00.000Z");
  // The clocks go forward on 29 March: four in the afternoon is an hour earlier by the sun.
  expect(at("2026-03-30", 1)).toBe("2026-03-29T14:00:00.000Z");
});

test("a project without a cut-off has none", () => {
  expect(cutoffInstant("2026-03-02", "UTC", { cutoffSeconds: null, cutoffDaysBefore: 1 })).toBeNull();
});
