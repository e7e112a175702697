import { expect, test } from "vitest";
import { elapsedToMoment } from "./elapsed-to-moment";

test.each([
  ["2026-06-10", 9.5 * 3600, "2026-06-10T09:30:00+02:00"],
  ["2026-06-10", 26 * 3600, "2026-06-11T02:00:00+02:00"],
  ["2026-03-29", 8 * 3600, "2026-03-29T09:00:00+02:00"],
  ["2026-10-25", 2.5 * 3600, "2026-10-25T02:30:00+02:00"],
  ["2026-10-25", 3.5 * 3600, "2026-10-25T02:30:00+01:00"],
])("%s + %d s is %s in Copenhagen", (date, elapsed, moment) => {
  expect(elapsedToMoment(date, "Europe/Copenhagen", elapsed)).toBe(moment);
});
