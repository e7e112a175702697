import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
  ])("reads %s", (text, times) => expect(parseTimes(text)).toEqual(times));

  it.each(["", "soon", "9:75", "40", "11-9", "9-10-11", "9-"])("refuses %s", (text) =>
    expect(parseTimes(text)).toBeNull(),
  );
});
