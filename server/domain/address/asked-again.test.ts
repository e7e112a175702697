import { expect, test } from "vitest";
import { isAskedAgain } from "./asked-again";

const timesADay = (waitedHours: number) =>
  Array.from({ length: 24 }, (_, hour) => isAskedAgain(waitedHours * 3600, hour)).filter(Boolean).length;

test("who waits for a geocoder is asked about every hour, then ever more seldom, then no more", () => {
  expect([0, 11.9, 12, 167, 168, 719, 720].map(timesADay)).toEqual([24, 24, 4, 4, 1, 1, 0]);
});
