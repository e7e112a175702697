import { describe, expect, test } from "vitest";
import { compareArrivals } from "./compare-arrivals";

const at = (seconds: number) => new Date(seconds * 1000);
const expected = (visitId: string, seconds: number, lateSeconds = 0) => ({
  visitId,
  arriveAt: at(seconds),
  startAt: at(seconds),
  departAt: at(seconds + 180),
  lateSeconds,
  stopsBefore: 0,
});

describe("what a new reckoning changes", () => {
  test("seconds are kept but are no news; a minute goes into the history; three are told", () => {
    const before = ["same", "second", "minute", "three"].map((visitId) => expected(visitId, 1000));
    const after = [expected("same", 1000), expected("second", 1001), expected("minute", 940), expected("three", 1180)];
    const { gone, different, moved, loud } = compareArrivals(before, after);
    expect(gone).toEqual([]);
    expect(different.map(({ visitId }) => visitId)).toEqual(["second", "minute", "three"]);
    expect(moved.map(({ visitId }) => visitId)).toEqual(["minute", "three"]);
    expect(loud).toEqual(["three"]);
  });

  test("to become late, or be on time again, is told however little it takes; so is a stop nobody thought of", () => {
    const before = [expected("late", 1000, 0), expected("saved", 1000, 5)];
    const after = [expected("late", 1001, 1), expected("saved", 1000, 0), expected("new", 5000)];
    expect(compareArrivals(before, after).loud).toEqual(["late", "saved", "new"]);
  });

  test("what is not named any more is gone", () => {
    expect(compareArrivals([expected("a", 1), expected("b", 2)], [expected("b", 2)])).toEqual({
      gone: ["a"],
      different: [],
      moved: [],
      loud: [],
    });
  });
});
