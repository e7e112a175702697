import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flagJumps, type Sighting } from "./flag-jumps";

const T0 = Date.parse("2026-06-10T08:00:00Z");
/** Some metres east of the start, so many seconds after it. */
const seen = (seconds: number, metersEast: number): Sighting => ({
  recordedAtMs: T0 + seconds * 1000,
  lat: 0.5,
  lng: 10 + metersEast / 111_195,
  accuracyMeters: 5,
});
const nowhere = { last: null, suspect: null };

describe("fixes that nothing drives to", () => {
  test("an ordinary drive has no jumps and moves the last position", () => {
    const drive = Array.from({ length: 10 }, (_, index) => seen(index * 5, index * 100));
    const { isJump, after } = flagJumps(nowhere, drive);
    expect(isJump).toEqual(Array(10).fill(false));
    expect(after).toEqual({ last: drive[9], suspect: null });
  });

  test("one wild reading is one flag, also when the next comes in another batch", () => {
    const wild = flagJumps({ last: seen(0, 0), suspect: null }, [seen(5, 40_000)]);
    expect(wild.isJump).toEqual([true]);
    expect(wild.after.last).toEqual(seen(0, 0));
    const back = flagJumps(wild.after, [seen(10, 60)]);
    expect(back).toEqual({ isJump: [false], after: { last: seen(10, 60), suspect: null } });
  });

  test("a second reading near the first one is believed", () => {
    const { isJump, after } = flagJumps({ last: seen(0, 0), suspect: null }, [seen(5, 40_000), seen(10, 40_050)]);
    expect(isJump).toEqual([true, false]);
    expect(after).toEqual({ last: seen(10, 40_050), suspect: null });
  });

  test("late fixes never move the last position, and are weighed against each other", () => {
    const before = { last: seen(100, 1000), suspect: null };
    const { isJump, after } = flagJumps(before, [seen(10, 100), seen(20, 50_000), seen(30, 300)]);
    expect(isJump).toEqual([false, true, false]);
    expect(after).toEqual(before);
  });

  test("however fixes are cut into batches and delayed, the last position never goes back in time", () => {
    const fix = fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 90_000 }));
    fc.assert(
      fc.property(fc.array(fc.array(fix, { maxLength: 8 }), { maxLength: 8 }), (batches) => {
        let known: Parameters<typeof flagJumps>[0] = nowhere;
        for (const batch of batches) {
          const fixes = batch.map(([s, m]) => seen(s, m)).sort((a, b) => a.recordedAtMs - b.recordedAtMs);
          const { after } = flagJumps(known, fixes);
          if (known.last) expect(after.last!.recordedAtMs).toBeGreaterThanOrEqual(known.last.recordedAtMs);
          known = after;
        }
      }),
    );
  });
});
