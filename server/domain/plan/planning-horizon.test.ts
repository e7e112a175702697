import { describe, expect, it } from "vitest";
import {
  allowedDays,
  daysOf,
  type PlanningHorizon,
  secondsInHorizon,
  vehicleDaysWithin,
  windowsInHorizon,
} from "./planning-horizon";

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Monday to Sunday. */
const week: PlanningHorizon = { firstDate: "2026-06-08", dayCount: 7, zone: "Europe/Copenhagen" };
/** Saturday, the Sunday on which clocks go forward, Monday. */
const spring: PlanningHorizon = { firstDate: "2026-03-28", dayCount: 3, zone: "Europe/Copenhagen" };
const autumn: PlanningHorizon = { ...spring, firstDate: "2026-10-24" };
const morning = { fromSeconds: 8 * HOUR, toSeconds: 12 * HOUR };

describe("daysOf", () => {
  it("names the days and lays them out on one clock", () => {
    const days = daysOf(week);
    expect(days.map(({ weekday }) => weekday[0])).toEqual(["m", "t", "w", "t", "f", "s", "s"]);
    expect(days[2]).toEqual({ date: "2026-06-10", weekday: "wednesday", fromSeconds: 2 * DAY, toSeconds: 3 * DAY - 1 });
  });

  it.each([
    [spring, 23 * HOUR],
    [autumn, 25 * HOUR],
  ])("knows that a day with a clock change is shorter or longer", (horizon, length) => {
    const [, sunday, monday] = daysOf(horizon);
    expect(monday!.fromSeconds - sunday!.fromSeconds).toBe(length);
    // Eight o'clock is eight o'clock, whatever has elapsed.
    expect(secondsInHorizon(horizon, sunday!.date, 8 * HOUR)).toBe(DAY + 8 * HOUR + length - DAY);
    expect(secondsInHorizon(horizon, monday!.date, 8 * HOUR)).toBe(DAY + length + 8 * HOUR);
  });
});

describe("allowedDays", () => {
  const dates = (allowed: Parameters<typeof allowedDays>[1]) => allowedDays(week, allowed).map(({ date }) => date);

  it("asks for both dates and weekdays where both are given", () => {
    expect(dates({})).toHaveLength(7);
    expect(dates({ weekdays: ["tuesday"] })).toEqual(["2026-06-09"]);
    expect(dates({ dates: ["2026-06-09", "2026-06-10", "2026-07-01"] })).toEqual(["2026-06-09", "2026-06-10"]);
    expect(dates({ dates: ["2026-06-10"], weekdays: ["tuesday"] })).toEqual([]);
  });
});

describe("windowsInHorizon", () => {
  it("asks for nothing where nothing is asked for", () => {
    expect(windowsInHorizon(week, {})).toBeUndefined();
  });

  it("makes one stretch of days in a row", () => {
    expect(windowsInHorizon(week, { weekdays: ["monday", "tuesday", "thursday"] })).toEqual([
      { fromSeconds: 0, toSeconds: 2 * DAY - 1 },
      { fromSeconds: 3 * DAY, toSeconds: 4 * DAY - 1 },
    ]);
  });

  it("repeats a window on every allowed day, or holds it on its date", () => {
    expect(windowsInHorizon(week, { windows: [morning], weekdays: ["monday", "wednesday"] })).toEqual([
      morning,
      { fromSeconds: 2 * DAY + 8 * HOUR, toSeconds: 2 * DAY + 12 * HOUR },
    ]);
    expect(windowsInHorizon(week, { windows: [{ ...morning, date: "2026-06-09" }] })).toEqual([
      { fromSeconds: DAY + 8 * HOUR, toSeconds: DAY + 12 * HOUR },
    ]);
  });

  it("keeps the clock on the wall across a clock change", () => {
    expect(windowsInHorizon(spring, { windows: [morning] })?.map(({ fromSeconds }) => fromSeconds)).toEqual([
      8 * HOUR,
      DAY + 7 * HOUR,
      DAY + 31 * HOUR,
    ]);
  });

  it("lets a window past midnight belong to the day it begins on", () => {
    const night = { fromSeconds: 22 * HOUR, toSeconds: 26 * HOUR };
    expect(windowsInHorizon(week, { windows: [night], weekdays: ["monday"] })).toEqual([night]);
  });

  it("clips a range over several days to those allowed", () => {
    const range = { fromSeconds: 10 * HOUR, toSeconds: 3 * DAY };
    expect(windowsInHorizon(week, { ranges: [range] })).toEqual([range]);
    expect(windowsInHorizon(week, { ranges: [range], weekdays: ["monday", "wednesday"] })).toEqual([
      { fromSeconds: 10 * HOUR, toSeconds: DAY - 1 },
      { fromSeconds: 2 * DAY, toSeconds: 3 * DAY - 1 },
    ]);
  });

  it("says never where no day will do", () => {
    expect(windowsInHorizon(week, { windows: [morning], dates: ["2026-07-01"] })).toEqual([]);
  });
});

describe("vehicleDaysWithin", () => {
  it("names the vehicle-days that meet a window, the last second included", () => {
    const shifts = [0, 1, 2].map((day) => ({ fromSeconds: day * DAY + 7 * HOUR, toSeconds: day * DAY + 15 * HOUR }));
    expect(vehicleDaysWithin([{ fromSeconds: DAY + 15 * HOUR, toSeconds: 2 * DAY }], shifts)).toEqual([1]);
    expect(vehicleDaysWithin([{ fromSeconds: 0, toSeconds: 7 * HOUR }], shifts)).toEqual([0]);
    expect(vehicleDaysWithin([], shifts)).toEqual([]);
  });
});
