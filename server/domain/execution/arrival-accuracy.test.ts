import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrivalAccuracy } from "./arrival-accuracy";

const MINUTE = 60_000;
const ARRIVED = 10 * 60 * MINUTE;
const made = (minutesBefore: number, offByMinutes: number) => ({
  madeAtMs: ARRIVED - minutesBefore * MINUTE,
  arriveAtMs: ARRIVED - offByMinutes * MINUTE,
});
const at = (lead: number, result: ReturnType<typeof arrivalAccuracy>) =>
  result.find(({ leadMinutes }) => leadMinutes === lead)!;

describe("expected against actual arrivals", () => {
  test("the expectation that stood at the lead time counts, not a later or an older one", () => {
    const stop = { arrivedAtMs: ARRIVED, expectations: [made(10, 1), made(90, 20), made(40, 8)] };
    const result = arrivalAccuracy([stop]);
    expect(at(60, result)).toMatchObject({ stops: 1, medianErrorSeconds: 1200, biasSeconds: 1200 });
    expect(at(30, result)).toMatchObject({ medianErrorSeconds: 480 });
    expect(at(15, result)).toMatchObject({ medianErrorSeconds: 480 });
  });

  test("early and late errors are the same size, the bias tells them apart", () => {
    const stops = [5, -5, -7].map((off) => ({ arrivedAtMs: ARRIVED, expectations: [made(70, off)] }));
    expect(at(60, arrivalAccuracy(stops))).toEqual({
      leadMinutes: 60,
      stops: 3,
      medianErrorSeconds: 300,
      p90ErrorSeconds: 420,
      biasSeconds: -300,
    });
  });

  test("stops nothing was expected of so early do not count", () => {
    const result = arrivalAccuracy([{ arrivedAtMs: ARRIVED, expectations: [made(20, 2)] }]);
    expect(at(60, result)).toMatchObject({ stops: 0, medianErrorSeconds: null, p90ErrorSeconds: null });
    expect(at(15, result)).toMatchObject({ stops: 1, p90ErrorSeconds: 120 });
  });

  test("half of the errors are never greater than nine tenths of them", () => {
    const off = fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(off, (minutes) => {
        const stops = minutes.map((each) => ({ arrivedAtMs: ARRIVED, expectations: [made(70, each)] }));
        const { medianErrorSeconds, p90ErrorSeconds } = at(60, arrivalAccuracy(stops));
        expect(medianErrorSeconds!).toBeLessThanOrEqual(p90ErrorSeconds!);
        expect(p90ErrorSeconds!).toBeLessThanOrEqual(Math.max(...minutes.map((each) => Math.abs(each) * 60)));
      }),
    );
  });
});
