import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { dayClock } from "@/server/domain/time/day-clock";
import { PLAIN_CLOCK } from "@/server/domain/time/plain-clock";
import { makeBoard } from "../testing/make-board";
import { brushBetween, parseTimes, stopsDuring } from "./time-brush";

const HOUR = 3600;

describe("the brush over the axis", () => {
  it("takes every quarter it touches, whichever way it was drawn", () => {
    expect(brushBetween(9 * HOUR + 60, 9 * HOUR + 1000)).toEqual({ fromSeconds: 9 * HOUR, toSeconds: 9.5 * HOUR });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100_000, noNaN: true }),
        fc.double({ min: 0, max: 100_000, noNaN: true }),
        (a, b) => {
          const brush = brushBetween(a, b);
          expect(brushBetween(b, a)).toEqual(brush);
          expect(brush.fromSeconds % 900).toBe(0);
          expect(brush.toSeconds % 900).toBe(0);
          expect(brush.toSeconds).toBeGreaterThan(brush.fromSeconds);
          expect(brush.fromSeconds).toBeLessThanOrEqual(Math.min(a, b));
          expect(brush.toSeconds).toBeGreaterThanOrEqual(Math.max(a, b));
        },
      ),
    );
  });

  it("selects whoever is served meanwhile, and nobody else", () => {
    const { routes } = makeBoard();
    const stop = routes[1]!.schedule.stops[2]!;
    const during = stopsDuring(routes, { fromSeconds: stop.startSeconds + 1, toSeconds: stop.startSeconds + 2 });
    expect(during).toContain(stop.visitId);
    for (const { visitId, startSeconds, departSeconds } of routes.flatMap((route) => route.schedule.stops)) {
      expect(during.includes(visitId)).toBe(
        startSeconds < stop.startSeconds + 2 && departSeconds > stop.startSeconds + 1,
      );
    }
    expect(stopsDuring(routes, { fromSeconds: 0, toSeconds: 40 * HOUR })).toHaveLength(18);
    expect(stopsDuring(routes, { fromSeconds: 0, toSeconds: HOUR })).toEqual([]);
  });
});

describe("a time written by hand", () => {
  it.each([
    ["9", { fromSeconds: 9 * HOUR, toSeconds: null }],
    ["09:30", { fromSeconds: 9.5 * HOUR, toSeconds: null }],
    ["0930", { fromSeconds: 9.5 * HOUR, toSeconds: null }],
    [" 9.30 – 10h15 ", { fromSeconds: 9.5 * HOUR, toSeconds: 10.25 * HOUR }],
    ["9 to 11", { fromSeconds: 9 * HOUR, toSeconds: 11 * HOUR }],
    ["25:10", { fromSeconds: 25 * HOUR + 600, toSeconds: null }],
  ])("reads %s", (text, times) => expect(parseTimes(text, PLAIN_CLOCK)).toEqual(times));

  it.each(["", "soon", "9:75", "40", "11-9", "9-10-11", "9-"])("refuses %s", (text) =>
    expect(parseTimes(text, PLAIN_CLOCK)).toBeNull(),
  );
});

describe("on a day on which the clocks change", () => {
  const HOUR = 3600;
  const hours = Array.from({ length: 10 }, (_, hour) => hour * HOUR);

  it.each([
    ["2026-03-29", ["00:00", "01:00", "03:00", "04:00", "05:00", "06:00", "07:00", "08:00", "09:00", "10:00"]],
    ["2026-10-25", ["00:00", "01:00", "02:00", "02:00", "03:00", "04:00", "05:00", "06:00", "07:00", "08:00"]],
  ])("the axis of %s says what the clock on the wall shows", (date, labels) => {
    const { format } = wordsFor("boardTimeline", {}, dayClock(date, "Europe/Madrid"));
    expect(hours.map((seconds) => format.time(seconds))).toEqual(labels);
    // What is the wall's already stays as it is.
    expect(format.wallRange(8 * HOUR, 12 * HOUR)).toBe("08:00–12:00");
  });

  it.each(["2026-03-29", "2026-10-25"])("a time typed on %s is the moment at which the axis says it", (date) => {
    const clock = dayClock(date, "Europe/Madrid");
    const { format } = wordsFor("boardTimeline", {}, clock);
    const times = parseTimes("9:30-14:00", clock)!;
    expect(format.timeRange(times.fromSeconds, times.toSeconds)).toBe("09:30–14:00");
    expect(times.fromSeconds).toBe(date === "2026-03-29" ? 8.5 * HOUR : 10.5 * HOUR);
  });
});
