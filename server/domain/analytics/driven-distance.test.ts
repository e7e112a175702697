import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distanceMeters } from "@/server/domain/geo";
import { drivenDistance } from "./driven-distance";

const MINUTE = 60_000;
/** Somebody driving north, a hundredth of a degree a minute. */
const north = (minutes: readonly number[]) =>
  minutes.map((minute) => ({ lat: 50 + minute / 100, lng: 4, recordedAtMs: minute * MINUTE }));
const everyMinute = (until: number) => north(Array.from({ length: until + 1 }, (_, minute) => minute));

describe("how far was driven", () => {
  test("from fix to fix", () => {
    const whole = distanceMeters({ lat: 50, lng: 4 }, { lat: 50.6, lng: 4 });
    expect(drivenDistance(everyMinute(60), 0, 60 * MINUTE)).toBeCloseTo(whole, -1);
  });

  test("nothing is said without fixes, of no time, or where more than a tenth of it is unknown", () => {
    expect(drivenDistance([], 0, 60 * MINUTE)).toBeNull();
    expect(drivenDistance(everyMinute(10), 0, 0)).toBeNull();
    const gapOf = (minutes: number) => everyMinute(100).filter((_, at) => at <= 50 || at >= 50 + minutes);
    expect(drivenDistance(gapOf(10), 0, 100 * MINUTE)).not.toBeNull();
    expect(drivenDistance(gapOf(11), 0, 100 * MINUTE)).toBeNull();
    expect(drivenDistance(everyMinute(89), 0, 100 * MINUTE)).toBeNull();
  });

  test("what lies outside of the span does not count", () => {
    const inside = drivenDistance(everyMinute(60), 20 * MINUTE, 40 * MINUTE)!;
    expect(inside).toBeCloseTo(distanceMeters({ lat: 50.2, lng: 4 }, { lat: 50.4, lng: 4 }), -1);
  });

  test("a fix more never makes a way shorter", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 59 }), { maxLength: 40 }), fc.nat(59), (minutes, more) => {
        const fixes = (also: readonly number[]) =>
          [...new Set([0, 60, ...minutes, ...also])]
            .sort((a, b) => a - b)
            .map((minute) => ({
              lat: 50 + Math.sin(minute) / 10,
              lng: 4 + Math.cos(minute * 7) / 10,
              recordedAtMs: minute * MINUTE,
            }));
        const [without, withMore] = [fixes([]), fixes([more])].map((each) => drivenDistance(each, 0, 60 * MINUTE));
        if (without !== null && without !== undefined) expect(withMore).toBeGreaterThanOrEqual(without - 1);
      }),
    );
  });
});
