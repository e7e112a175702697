import { expect, test } from "vitest";
import { elapsedToWallSeconds } from "./elapsed-to-wall-seconds";
import { wallToElapsedSeconds } from "./zoned-time";

const HOUR = 3600;

test("on an ordinary day the wall shows what has elapsed, past midnight too", () => {
  expect(elapsedToWallSeconds("2026-06-10", "Europe/Copenhagen", 9.5 * HOUR)).toBe(9.5 * HOUR);
  expect(elapsedToWallSeconds("2026-06-10", "Europe/Copenhagen", 26.5 * HOUR)).toBe(26.5 * HOUR);
});

test.each([
  ["an hour ahead after clocks went forward", "2026-03-29", 8 * HOUR, 9 * HOUR],
  ["an hour behind after they went back", "2026-10-25", 10 * HOUR, 9 * HOUR],
])("the wall is %s", (_, date, elapsed, wall) => {
  expect(elapsedToWallSeconds(date, "Europe/Copenhagen", elapsed)).toBe(wall);
  expect(wallToElapsedSeconds(date, "Europe/Copenhagen", wall)).toBe(elapsed);
});
