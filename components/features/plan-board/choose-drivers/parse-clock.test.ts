import { expect, it } from "vitest";
import { formatTimeOfDay } from "@/components/lib/format";
import { parseClock } from "./parse-clock";

it.each([
  ["8", 28_800],
  ["08:30", 30_600],
  ["0830", 30_600],
  [" 17:05 ", 61_500],
  ["02:00 +1", 93_600],
  ["24:00", 86_400],
  ["25:00", null],
  ["8:60", null],
  ["", null],
  ["8:3", null],
  ["noon", null],
])("%j", (text, seconds) => {
  expect(parseClock(text)).toBe(seconds);
});

it("reads back what is shown", () => {
  for (const seconds of [0, 30_600, 86_340, 93_600]) expect(parseClock(formatTimeOfDay(seconds))).toBe(seconds);
});
