import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { localDateAt, wallSecondsAt } from "./zoned-time";

const ZONES = [
  "UTC",
  "Europe/Copenhagen",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Africa/Casablanca",
];

const zoned = (ms: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);

test("date and clock are what the calendar says, on days of 23 and 25 hours and where a day is missing too", () => {
  const aroundChanges = [
    Date.UTC(2026, 2, 29),
    Date.UTC(2026, 9, 25),
    Date.UTC(2026, 3, 5),
    Date.UTC(2011, 11, 30),
  ].map((ms) => fc.integer({ min: -36 * 3600_000, max: 36 * 3600_000 }).map((off) => ms + off));
  const anyTime = fc.integer({ min: Date.UTC(1965, 0, 1), max: Date.UTC(2099, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.oneof(anyTime, ...aroundChanges), (zone, ms) => {
      const wall = zoned(ms, zone);
      expect(localDateAt(new Date(ms), zone)).toBe(wall.toPlainDate().toString());
      expect(wallSecondsAt(new Date(ms), zone)).toBe(wall.hour * 3600 + wall.minute * 60 + wall.second);
    }),
    { numRuns: 3000 },
  );
});
