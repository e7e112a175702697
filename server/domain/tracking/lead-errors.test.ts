import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultErrors, errorsAtLead, LEAST_STOPS, measureLeadErrors } from "./lead-errors";

const MINUTE = 60_000;
const ARRIVED = 600 * MINUTE;
/** Reached so many minutes later than expected 70 minutes before. */
const reached = (lateMinutes: number) => ({
  arrivedAtMs: ARRIVED,
  expectations: [{ madeAtMs: ARRIVED - 70 * MINUTE, arriveAtMs: ARRIVED - lateMinutes * MINUTE }],
});

describe("how far expectations are off", () => {
  test("a tenth comes earlier, a tenth later", () => {
    const measured = measureLeadErrors(Array.from({ length: 100 }, (_, index) => reached(index - 20)));
    expect(measured.map(({ leadMinutes }) => leadMinutes)).toEqual([15, 30, 60]);
    expect(measured[2]).toEqual({ leadMinutes: 60, p10Seconds: -11 * 60, p90Seconds: 69 * 60 });
  });

  test("one stop too few, and the stated default counts", () => {
    const few = measureLeadErrors(Array.from({ length: LEAST_STOPS - 1 }, () => reached(0)));
    expect(few).toEqual([]);
    expect(errorsAtLead(few, 60)).toEqual(defaultErrors(60));
    expect(defaultErrors(60)).toEqual({ p10Seconds: -11 * 60, p90Seconds: 22 * 60 });
    expect(measureLeadErrors(Array.from({ length: LEAST_STOPS }, () => reached(0)))).toHaveLength(3);
  });

  test("between measured leads in proportion, outside them the nearest", () => {
    const measured = [
      { leadMinutes: 15, p10Seconds: -100, p90Seconds: 200 },
      { leadMinutes: 30, p10Seconds: -200, p90Seconds: 500 },
    ];
    expect(errorsAtLead(measured, 21)).toEqual({ p10Seconds: -140, p90Seconds: 320 });
    expect(errorsAtLead(measured, 2)).toMatchObject({ p90Seconds: 200 });
    expect(errorsAtLead(measured, 300)).toMatchObject({ p90Seconds: 500 });
  });

  test("a tenth early is never later than a tenth late", () => {
    const history = fc.array(fc.integer({ min: -90, max: 200 }), { minLength: LEAST_STOPS, maxLength: 120 });
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 300 }), (late, lead) => {
        const { p10Seconds, p90Seconds } = errorsAtLead(measureLeadErrors(late.map(reached)), lead);
        expect(p10Seconds).toBeLessThanOrEqual(p90Seconds);
      }),
    );
  });
});
