import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrivalWindow, LEAST_WIDTH_MS, MINUTE_MS, STEP_MS, type WindowFacts } from "./arrival-window";
import { lateness } from "./lateness";

const rule = { measuredStops: 3, measuredMinutes: 60 };
const at = (hours: number, minutes = 0) => (hours * 60 + minutes) * MINUTE_MS;
const promise = { fromMs: at(9), toMs: at(13) };
const base: WindowFacts = {
  promise,
  isDispatched: true,
  arriveAtMs: at(11, 2),
  stopsBefore: 12,
  nowMs: at(8),
  errors: [],
};
const windowOf = (facts: Partial<WindowFacts>) => arrivalWindow({ ...base, ...facts }, rule);

describe("what can honestly be told", () => {
  test("the promise before dispatch and while nothing is expected; without one only the day", () => {
    expect(windowOf({ isDispatched: false })).toEqual({ ...promise, basis: "promised" });
    expect(windowOf({ arriveAtMs: null })).toEqual({ ...promise, basis: "promised" });
    expect(windowOf({ isDispatched: false, promise: null })).toBeNull();
  });

  test("two hours after it, within the promise as long as that is expected to hold", () => {
    expect(windowOf({})).toEqual({ fromMs: at(10), toMs: at(12), basis: "dispatched" });
    expect(windowOf({ arriveAtMs: at(12, 40) })).toEqual({ fromMs: at(11, 40), toMs: at(13), basis: "dispatched" });
    expect(windowOf({ arriveAtMs: at(13, 20) })).toEqual({ fromMs: at(12, 20), toMs: at(14, 20), basis: "dispatched" });
    expect(windowOf({ promise: null, arriveAtMs: at(8, 30), nowMs: at(7) })?.toMs).toBe(at(9, 30));
  });

  test("measured errors once it is near, by stops or by minutes", () => {
    const errors = [{ leadMinutes: 30, p10Seconds: -300, p90Seconds: 1200 }];
    const near = { arriveAtMs: at(11), nowMs: at(10, 30), errors };
    expect(windowOf(near)).toEqual({ fromMs: at(10, 55), toMs: at(11, 20), basis: "measured" });
    expect(windowOf({ stopsBefore: 2, errors, nowMs: at(9) })).toMatchObject({ basis: "measured" });
    const sharp = [{ leadMinutes: 30, p10Seconds: -30, p90Seconds: 30 }];
    expect(windowOf({ ...near, errors: sharp })).toEqual({ fromMs: at(10, 50), toMs: at(11, 10), basis: "measured" });
  });

  test("late is said, and so is what may become late", () => {
    expect(lateness(promise, { fromMs: at(12), toMs: at(13) }, at(12, 30))).toBe("on-time");
    expect(lateness(promise, { fromMs: at(12, 30), toMs: at(13, 10) }, at(12, 50))).toBe("at-risk");
    expect(lateness(promise, { fromMs: at(13), toMs: at(14) }, at(13, 20))).toBe("late");
    expect(lateness(null, { fromMs: at(13), toMs: at(14) }, at(13, 20))).toBe("on-time");
  });

  test("after dispatch it is in steps of five minutes, a quarter of an hour or more, and holds what is expected", () => {
    const facts = fc.record({
      promise: fc.option(
        fc.tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 1, max: 600 })).map(([from, length]) => ({
          fromMs: from * MINUTE_MS,
          toMs: (from + length) * MINUTE_MS,
        })),
      ),
      arriveAtMs: fc.integer({ min: 0, max: at(24) }),
      nowMs: fc.integer({ min: 0, max: at(24) }),
      stopsBefore: fc.option(fc.nat(20)),
      errors: fc.array(
        fc.record({
          leadMinutes: fc.constantFrom(15, 30, 60),
          p10Seconds: fc.integer({ min: -7200, max: 600 }),
          p90Seconds: fc.integer({ min: 600, max: 7200 }),
        }),
        { maxLength: 1 },
      ),
    });
    fc.assert(
      fc.property(facts, (each) => {
        const told = windowOf(each)!;
        expect(told.fromMs % STEP_MS).toBe(0);
        expect(told.toMs % STEP_MS).toBe(0);
        expect(told.toMs - told.fromMs).toBeGreaterThanOrEqual(LEAST_WIDTH_MS);
        const expected = Math.max(each.arriveAtMs, each.nowMs);
        expect(told.fromMs).toBeLessThanOrEqual(expected);
        expect(told.toMs).toBeGreaterThanOrEqual(expected);
        const isPast = told.toMs > (each.promise?.toMs ?? Number.POSITIVE_INFINITY);
        expect(isPast && lateness(each.promise, told, each.arriveAtMs) === "on-time").toBe(false);
      }),
    );
  });
});
