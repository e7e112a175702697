import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayClock } from "./day-clock";
import { elapsedToWallSeconds } from "./elapsed-to-wall-seconds";
import { PLAIN_CLOCK } from "./plain-clock";
import { wallToElapsedSeconds } from "./zoned-time";

const HOUR = 3600;

describe("a day's clock", () => {
  test("of 23 hours goes from two to three", () => {
    const clock = dayClock("2026-03-29", "Europe/Madrid");
    expect([0, 1, 2, 3, 8, 23].map((hour) => clock.wall(hour * HOUR) / HOUR)).toEqual([0, 1, 3, 4, 9, 24]);
    expect([0, 1, 3, 4, 9, 24].map((hour) => clock.elapsed(hour * HOUR) / HOUR)).toEqual([0, 1, 2, 3, 8, 23]);
    expect(clock.wall(clock.elapsed(2.5 * HOUR))).toBe(3.5 * HOUR);
  });

  test("of 25 hours has two o'clock twice", () => {
    const clock = dayClock("2026-10-25", "Europe/Madrid");
    expect([0, 2, 3, 4, 9, 25].map((hour) => clock.wall(hour * HOUR) / HOUR)).toEqual([0, 2, 2, 3, 8, 24]);
    expect([0, 2, 3, 8, 24].map((hour) => clock.elapsed(hour * HOUR) / HOUR)).toEqual([0, 2, 4, 9, 25]);
  });

  test("of 24 hours is the clock on the wall, even for a shift into the day of the change", () => {
    expect(dayClock("2026-06-10", "Europe/Madrid")).toBe(PLAIN_CLOCK);
    expect(dayClock("2026-03-28", "Europe/Madrid").wall(26 * HOUR)).toBe(27 * HOUR);
  });

  test("is that of the zone's tables, whatever they do", () => {
    const days = fc.constantFrom(
      ...(["2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25", "2026-07-01"] as const).flatMap((date) =>
        ["Europe/Madrid", "UTC", "Atlantic/Azores"].map((zone) => [date, zone] as const),
      ),
      ["2026-04-05", "Australia/Lord_Howe"] as const,
      ["2026-10-04", "Australia/Lord_Howe"] as const,
      ["2026-03-08", "America/Havana"] as const,
      ["2026-11-01", "America/New_York"] as const,
    );
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 40 * 60 }), ([date, zone], minutes) => {
        const clock = dayClock(date, zone);
        expect(clock.wall(minutes * 60)).toBe(elapsedToWallSeconds(date, zone, minutes * 60));
        expect(clock.elapsed(minutes * 60)).toBe(wallToElapsedSeconds(date, zone, minutes * 60));
      }),
      { numRuns: 400 },
    );
  });
});
