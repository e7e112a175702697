import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDayOver } from "./is-day-over";

const HOUR = 3600;
const route = (shiftTo: number, end: number) =>
  ({ rules: { shift: { fromSeconds: 0, toSeconds: shiftTo } }, schedule: { endSeconds: end } }) as Parameters<
    typeof isDayOver
  >[0]["route"];
const progress = (startedSeconds: number | null) => ({ startedSeconds, isFinished: false, stops: new Map() });

describe("a day nobody has closed", () => {
  test.each([
    ["23:59 of the day", 23.9, 18, null, false],
    ["after midnight, home long ago but never said so", 24.1, 18, null, true],
    ["after midnight, seen an hour ago", 24.5, 18, 23.5, false],
    ["four in the morning, seen before midnight", 28, 18, 23.5, true],
    ["four in the morning of a night shift until six", 28, 30, 22, false],
  ])("%s", (_, nowHours, shiftToHours, seenHours, isOver) => {
    const seenAt = seenHours === null ? null : { atSeconds: seenHours * HOUR };
    const input = { route: route(shiftToHours * HOUR, 17 * HOUR), progress: progress(8 * HOUR) };
    expect(isDayOver({ ...input, nowSeconds: nowHours * HOUR, seenAt })).toBe(isOver);
  });

  test("once over, without another word, it stays over; before midnight it never is", () => {
    const hours = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(hours, hours, hours, hours, (now, later, shiftTo, seen) => {
        const input = { route: route(shiftTo * HOUR, 17 * HOUR), progress: progress(null) };
        const seenAt = { atSeconds: seen * HOUR };
        const over = isDayOver({ ...input, nowSeconds: now * HOUR, seenAt });
        if (now <= 24) expect(over).toBe(false);
        if (over) expect(isDayOver({ ...input, nowSeconds: (now + later) * HOUR, seenAt })).toBe(true);
      }),
    );
  });
});
