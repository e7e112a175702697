import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayClock } from "@/server/domain/time/day-clock";
import { makeBoard } from "../testing/make-board";
import { MAX_ZOOM, pixelsAt, scrollToKeep, secondsAt, ticks, timeSpan, zoomedBy } from "./time-scale";

const day = { fromSeconds: 8 * 3600, toSeconds: 18 * 3600, widthPixels: 1000 };

describe("the timeline's scale", () => {
  it("spans all shifts and whatever runs beyond them, to whole hours", () => {
    const { routes } = makeBoard();
    const [first] = routes;
    const span = timeSpan(routes);
    expect(span.fromSeconds % 3600).toBe(0);
    expect(span.fromSeconds).toBeLessThanOrEqual(first!.rules.shift.fromSeconds);
    const late = { ...first!, schedule: { ...first!.schedule, endSeconds: 30 * 3600 + 1 } };
    expect(timeSpan([late]).toSeconds).toBe(31 * 3600);
    expect(timeSpan([])).toEqual({ fromSeconds: 8 * 3600, toSeconds: 18 * 3600 });
  });

  it("goes from time to place and back", () => {
    expect(pixelsAt(day, 13 * 3600)).toBe(500);
    expect(secondsAt(day, pixelsAt(day, 40_000))).toBeCloseTo(40_000);
  });

  it("labels as finely as there is room", () => {
    expect(ticks(day)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18].map((hour) => hour * 3600));
    expect(ticks({ ...day, widthPixels: 300 })[1]! - ticks({ ...day, widthPixels: 300 })[0]!).toBe(2 * 3600);
    expect(ticks({ ...day, widthPixels: 6000 })[1]! - day.fromSeconds).toBe(900);
  });

  it("labels whole hours of the clock on days of 23 and 25 hours", () => {
    const hours = (date: string, widthPixels: number) => {
      const clock = dayClock(date, "Europe/Madrid");
      const scale = { fromSeconds: 0, toSeconds: clock.elapsed(8 * 3600), widthPixels };
      return ticks(scale, clock).map((seconds) => clock.wall(seconds) / 3600);
    };
    // Two hours a step: there is no 02:00.
    expect(hours("2027-03-28", 7 * 30)).toEqual([0, 4, 6, 8]);
    expect(hours("2027-03-28", 7 * 60)).toEqual([0, 1, 3, 4, 5, 6, 7, 8]);
    // 02:00 comes twice, and has no room for a second label.
    expect(hours("2027-10-31", 9 * 30)).toEqual([0, 2, 4, 6, 8]);
    expect(hours("2027-10-31", 9 * 60)).toEqual([0, 1, 2, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("zooms between the whole day and the minute, and finds the way back to the whole day", () => {
    expect(zoomedBy(1, 0.5)).toBe(1);
    expect(zoomedBy(MAX_ZOOM, 2)).toBe(MAX_ZOOM);
    expect(zoomedBy(zoomedBy(1, 1.25), 1 / 1.25)).toBe(1);
  });

  it("keeps the moment under the pointer where it is while zooming", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 8 * 3600, max: 18 * 3600 }),
        fc.double({ min: 1, max: MAX_ZOOM, noNaN: true }),
        (seconds, zoom) => {
          const zoomed = { ...day, widthPixels: 1000 * zoom };
          const at = pixelsAt(day, seconds);
          expect(pixelsAt(zoomed, seconds) - scrollToKeep(zoomed, seconds, at)).toBeCloseTo(at, 3);
        },
      ),
    );
    expect(scrollToKeep(day, 8 * 3600, 200)).toBe(0);
  });
});
