import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WEEKDAYS } from "@/server/domain/plan/planning-horizon";
import { addLocalDays } from "@/server/domain/time/local-date";
import { startOfDay } from "@/server/domain/time/zoned-time";
import {
  type AllowedServiceDays,
  allowedDaysSchema,
  isAllowedOn,
  isAnyDay,
  spansOnDay,
  timesWithin,
} from "./allowed-days";

const HOUR = 3600;
const ZONE = "Europe/Copenhagen";
/** Clocks go forward on 2026-03-29 and back on 2026-10-25, both Sundays. */
const [MONDAY, SPRING, AUTUMN] = ["2026-06-08", "2026-03-29", "2026-10-25"];

describe("isAllowedOn", () => {
  it("asks for the weekday, the range and a span, whichever are said", () => {
    expect(isAllowedOn({}, MONDAY!)).toBe(true);
    expect(isAllowedOn({ weekdays: ["monday"] }, MONDAY!)).toBe(true);
    expect(isAllowedOn({ weekdays: ["sunday", "tuesday"] }, MONDAY!)).toBe(false);
    expect(isAllowedOn({ weekdays: ["sunday"] }, SPRING!)).toBe(true);
    expect(isAllowedOn({ fromDate: MONDAY, toDate: MONDAY }, MONDAY!)).toBe(true);
    expect(isAllowedOn({ fromDate: "2026-06-09" }, MONDAY!)).toBe(false);
    expect(isAllowedOn({ toDate: "2026-06-07" }, MONDAY!)).toBe(false);
    expect(isAllowedOn({ weekdays: ["monday"], toDate: "2026-06-07" }, MONDAY!)).toBe(false);
  });

  it("takes a day that a span only begins or ends on, and knows open ends", () => {
    const span = { from: `${MONDAY}T23:59:59`, to: "2026-06-10T00:00:00" };
    const on = (date: string) => isAllowedOn({ spans: [span] }, date);
    expect([-1, 0, 1, 2, 3].map((days) => on(addLocalDays(MONDAY!, days)))).toEqual([false, true, true, true, false]);
    expect(isAllowedOn({ spans: [{ from: `${MONDAY}T12:00:00` }] }, "2099-01-01")).toBe(true);
    expect(isAllowedOn({ spans: [{ to: `${MONDAY}T12:00:00` }] }, "2026-06-09")).toBe(false);
  });
});

describe("spansOnDay", () => {
  it("leaves of each day what the span leaves of it", () => {
    const days: AllowedServiceDays = { spans: [{ from: `${MONDAY}T08:00:00`, to: "2026-06-11T12:00:00" }] };
    const on = (date: string) => spansOnDay(days, date, ZONE);
    expect(on(MONDAY!)).toEqual([{ fromSeconds: 8 * HOUR, toSeconds: 48 * HOUR - 1 }]);
    expect(on("2026-06-09")).toBeUndefined();
    // A shift into the night may go on until the span ends.
    expect(on("2026-06-10")).toEqual([{ fromSeconds: 0, toSeconds: 36 * HOUR }]);
    expect(on("2026-06-11")).toEqual([{ fromSeconds: 0, toSeconds: 12 * HOUR }]);
    expect(spansOnDay({}, MONDAY!, ZONE)).toBeUndefined();
  });

  it("is by the clock on the wall where clocks change", () => {
    const morning = (date: string) => ({ spans: [{ from: `${date}T08:00:00`, to: `${date}T12:00:00` }] });
    expect(spansOnDay(morning(SPRING!), SPRING!, ZONE)).toEqual([{ fromSeconds: 7 * HOUR, toSeconds: 11 * HOUR }]);
    expect(spansOnDay(morning(AUTUMN!), AUTUMN!, ZONE)).toEqual([{ fromSeconds: 9 * HOUR, toSeconds: 13 * HOUR }]);
  });

  const day = fc.constantFrom(MONDAY!, SPRING!, AUTUMN!);
  const moment = fc
    .tuple(fc.integer({ min: -2, max: 3 }), fc.integer({ min: 0, max: 24 * HOUR - 1 }))
    .map(([days, seconds]) => ({ days, clock: new Date(seconds * 1000).toISOString().slice(11, 19) }));
  const span = fc.record({ from: fc.option(moment, { nil: undefined }), to: fc.option(moment, { nil: undefined }) });

  it("gives windows that are sorted, apart and within the day's clock, none on days that are not allowed", () => {
    fc.assert(
      fc.property(day, fc.array(span, { minLength: 1, maxLength: 5 }), (date, raw) => {
        const at = (each: { days: number; clock: string } | undefined) =>
          each && `${addLocalDays(date, each.days)}T${each.clock}`;
        const spans = raw
          .map(({ from, to }) => ({ from: at(from), to: at(to) }))
          .filter(({ from = "", to = "9" }) => from <= to);
        fc.pre(spans.length > 0);
        const days = allowedDaysSchema.parse(JSON.parse(JSON.stringify({ spans })));
        const windows = spansOnDay(days, date, ZONE);
        expect(windows?.length === 0).toBe(!isAllowedOn(days, date));
        const last = (startOfDay(addLocalDays(date, 2), ZONE).getTime() - startOfDay(date, ZONE).getTime()) / 1000;
        let before = Number.NEGATIVE_INFINITY;
        for (const { fromSeconds, toSeconds } of windows ?? []) {
          expect(fromSeconds).toBeGreaterThan(before + 1);
          expect(fromSeconds).toBeLessThanOrEqual(toSeconds);
          expect(toSeconds).toBeLessThan(last);
          before = toSeconds;
        }
      }),
    );
  });
});

describe("timesWithin", () => {
  const nine = { fromSeconds: 9 * HOUR, toSeconds: 12 * HOUR };

  it("is the visit's own where nothing restricts, the spans where it has none, nothing where none are left", () => {
    const own = { windows: [nine], windowSemantics: "finish" as const };
    expect(timesWithin(own, 600, undefined)).toBe(own);
    expect(timesWithin({ ...own, windows: [] }, 600, [nine])).toEqual({ windows: [nine], windowSemantics: "start" });
    expect(timesWithin({ ...own, windows: [] }, 600, [])).toBeNull();
    expect(timesWithin(own, 600, [{ fromSeconds: 11 * HOUR + 3001, toSeconds: 20 * HOUR }])).toBeNull();
  });

  const windows = fc
    .uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 8 })
    .map((marks) => marks.sort((a, b) => a - b))
    .map((marks) =>
      Array.from({ length: Math.floor(marks.length / 2) }, (_, i) => ({
        fromSeconds: marks[2 * i]!,
        toSeconds: marks[2 * i + 1]!,
      })),
    );

  it("allows exactly the moments that both allow, whatever the windows are about", () => {
    fc.assert(
      fc.property(
        windows,
        windows,
        fc.integer({ min: 0, max: 50 }),
        fc.constantFrom("start", "finish"),
        (own, spans, service, semantics) => {
          const both = timesWithin({ windows: own, windowSemantics: semantics as "start" }, service, spans);
          const tail = semantics === "finish" ? service : 0;
          for (let begin = 0; begin <= 200; begin++) {
            const isOwn = own.some((each) => each.fromSeconds <= begin && begin + tail <= each.toSeconds);
            const isWithin = spans.some((each) => each.fromSeconds <= begin && begin <= each.toSeconds);
            const isBoth = both?.windows.some((each) => each.fromSeconds <= begin && begin <= each.toSeconds) ?? false;
            expect(isBoth).toBe(isOwn && isWithin);
          }
          const all = both?.windows ?? [];
          expect(all.every((each, index) => index === 0 || all[index - 1]!.toSeconds < each.fromSeconds)).toBe(true);
        },
      ),
    );
  });
});

describe("allowedDaysSchema", () => {
  it("refuses days there are not, and what ends before it begins", () => {
    const isGood = (days: unknown) => allowedDaysSchema.safeParse(days).success;
    expect(isGood({ weekdays: WEEKDAYS, spans: [{}] })).toBe(true);
    for (const bad of [
      { weekdays: [] },
      { fromDate: "2026-02-30" },
      { fromDate: "2026-06-02", toDate: "2026-06-01" },
      { spans: [{ from: "2026-06-01 08:00:00" }] },
      { spans: [{ from: "2026-06-01T24:00:00" }] },
      { spans: [{ from: "2026-06-01T08:00:01", to: "2026-06-01T08:00:00" }] },
    ]) {
      expect(isGood(bad), JSON.stringify(bad)).toBe(false);
    }
    expect(isAnyDay({})).toBe(true);
    expect(isAnyDay({ spans: [{}] })).toBe(false);
  });
});
