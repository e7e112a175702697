import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addLocalDays } from "@/server/domain/time/local-date";
import { daysIn, isPeriod, LONGEST_PERIOD_DAYS, periodBefore } from "./period";

const day = fc.integer({ min: 0, max: 9000 }).map((days) => addLocalDays("2010-01-01", days));
const span = fc
  .tuple(day, fc.integer({ min: 1, max: LONGEST_PERIOD_DAYS }))
  .map(([fromDate, days]) => ({ fromDate, toDate: addLocalDays(fromDate, days - 1), days }));

describe("the period before", () => {
  test("has as many days and ends the day before, across months, leap days and changed clocks", () => {
    fc.assert(
      fc.property(span, ({ days, ...period }) => {
        const before = periodBefore(period);
        expect(daysIn(period)).toBe(days);
        expect(daysIn(before)).toBe(days);
        expect(addLocalDays(before.toDate, 1)).toBe(period.fromDate);
        expect(isPeriod(before.fromDate, before.toDate)).toBe(true);
      }),
    );
  });

  test("of March is not February", () => {
    const march = { fromDate: "2026-03-01", toDate: "2026-03-31" };
    expect(periodBefore(march)).toEqual({ fromDate: "2026-01-29", toDate: "2026-02-28" });
  });
});
