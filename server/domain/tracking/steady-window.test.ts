import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ArrivalWindow, arrivalWindow, LEAST_WIDTH_MS, MINUTE_MS } from "./arrival-window";
import { HYSTERESIS_MS, steadyWindow, type ToldWindow } from "./steady-window";

const at = (hours: number, minutes = 0) => (hours * 60 + minutes) * MINUTE_MS;
const measured = (fromMs: number, toMs: number): ArrivalWindow => ({ fromMs, toMs, basis: "measured" });
const told: ToldWindow = { ...measured(at(11), at(11, 30)), widenings: 0 };

describe("a window that does not flicker", () => {
  test("moves of less than ten minutes are kept back while it still holds", () => {
    expect(steadyWindow(told, measured(at(11, 5), at(11, 35)), at(11, 20), at(10))).toBe(told);
    expect(steadyWindow(told, measured(at(11, 10), at(11, 40)), at(11, 20), at(10))).toMatchObject({
      fromMs: at(11, 10),
    });
    const isOutside = steadyWindow(told, measured(at(11, 5), at(11, 35)), at(11, 32), at(10));
    expect(isOutside).toMatchObject({ fromMs: at(11, 5), toMs: at(11, 35) });
  });

  test("it widens once and then keeps its width", () => {
    const wider = steadyWindow(told, measured(at(11), at(12)), at(11, 30), at(10))!;
    expect(wider).toMatchObject({ toMs: at(12), widenings: 1 });
    const narrow = steadyWindow(wider, measured(at(11, 20), at(11, 40)), at(11, 30), at(10))!;
    expect(narrow).toMatchObject({ fromMs: at(11, 20), toMs: at(11, 40) });
    const again = steadyWindow(narrow, measured(at(11, 40), at(12, 40)), at(12, 10), at(11))!;
    expect(again.toMs - again.fromMs).toBe(20 * MINUTE_MS);
    expect(again).toMatchObject({ fromMs: at(12), toMs: at(12, 20) });
  });

  test("a measured window never becomes a broad one; a route taken back begins anew", () => {
    const broad: ArrivalWindow = { fromMs: at(12), toMs: at(14), basis: "dispatched" };
    const kept = steadyWindow(told, broad, at(13), at(10))!;
    expect(kept).toMatchObject({ basis: "measured", fromMs: at(12, 45), toMs: at(13, 15) });
    const promise: ArrivalWindow = { fromMs: at(9), toMs: at(13), basis: "promised" };
    expect(steadyWindow(told, promise, null, at(10))).toEqual({ ...promise, widenings: 0 });
  });

  test("whatever happens: it widens at most once, holds what is expected, and does not move by a little", () => {
    const moments = fc.array(
      fc.record({
        afterMinutes: fc.integer({ min: 0, max: 40 }),
        arriveInMinutes: fc.integer({ min: -20, max: 240 }),
        stopsBefore: fc.nat(12),
        p90Seconds: fc.integer({ min: 60, max: 5400 }),
      }),
      { minLength: 2, maxLength: 25, size: "max" },
    );
    fc.assert(
      fc.property(moments, (steps) => {
        let last: ToldWindow | null = null;
        let widenings = 0;
        let nowMs = at(8);
        for (const { afterMinutes, arriveInMinutes, stopsBefore, p90Seconds } of steps) {
          nowMs += afterMinutes * MINUTE_MS;
          const arriveAtMs = nowMs + arriveInMinutes * MINUTE_MS;
          const errors = [{ leadMinutes: 30, p10Seconds: -120, p90Seconds }];
          const facts = { promise: null, isDispatched: true, arriveAtMs, stopsBefore, nowMs, errors };
          const candidate = arrivalWindow(facts, { measuredStops: 3, measuredMinutes: 60 });
          const next: ToldWindow = steadyWindow(last, candidate, arriveAtMs, nowMs)!;
          const expected = Math.max(arriveAtMs, nowMs);
          expect(next.fromMs).toBeLessThanOrEqual(expected);
          expect(next.toMs).toBeGreaterThanOrEqual(expected);
          expect(next.toMs - next.fromMs).toBeGreaterThanOrEqual(LEAST_WIDTH_MS);
          if (last) {
            const before: ToldWindow = last;
            if (next.toMs - next.fromMs > before.toMs - before.fromMs) widenings += 1;
            const isHeld = before.fromMs <= expected && expected <= before.toMs;
            const moves = Math.max(Math.abs(next.fromMs - before.fromMs), Math.abs(next.toMs - before.toMs));
            if (isHeld && before.basis === next.basis) expect(moves === 0 || moves >= HYSTERESIS_MS).toBe(true);
          }
          last = next;
        }
        expect(widenings).toBeLessThanOrEqual(1);
      }),
    );
  });
});
