import { expect, test } from "vitest";
import { isAskedAgain } from "./asked-again";

const timesAWeek = (waitedHours: number) =>
  Array.from({ length: 7 * 24 }, (_, hour) =>
    isAskedAgain(waitedHours * 3600, new Date(Date.UTC(2026, 5, 10, hour, 35))),
  ).filter(Boolean).length;

test("who waits for a geocoder is asked about every hour, then ever more seldom, and never no more", () => {
  expect([0, 11.9, 12, 167, 168, 719, 720, 9000].map(timesAWeek)).toEqual([168, 168, 28, 28, 7, 7, 1, 1]);
});
