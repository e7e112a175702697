import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FakeClock } from "@/server/testing/fake-clock";
import { SlidingCount } from "./sliding-count";

const MINUTE = 60_000;

function counted(mostKeys?: number) {
  const clock = new FakeClock("2026-06-10T08:00:00Z");
  return { clock, count: new SlidingCount(MINUTE, () => clock.now(), mostKeys) };
}

describe("what is counted over a minute", () => {
  test("is taken up to its most, and again as it fades", () => {
    const { clock, count } = counted();
    const takeAll = () => Array.from({ length: 15 }, () => count.take("a", 10)).filter(Boolean).length;
    expect(takeAll()).toBe(10);
    expect(count.take("b", 10)).toBe(true);
    clock.advanceSeconds(60);
    expect(takeAll()).toBe(0);
    clock.advanceSeconds(30);
    expect(takeAll()).toBe(5);
    clock.advanceSeconds(150);
    expect(count.of("a")).toBe(0);
  });

  test("is never more than its most within a minute of each other, but for what fades", () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(pauses, (seconds) => {
        const { clock, count } = counted();
        const taken: number[] = [];
        for (const pause of seconds) {
          clock.advanceSeconds(pause);
          if (count.take("a", 10)) taken.push(clock.now().getTime());
        }
        const inMinute = taken.map((at) => taken.filter((each) => each > at - MINUTE && each <= at).length);
        expect(Math.max(...inMinute)).toBeLessThanOrEqual(20);
        const slices = taken.map((at) => taken.filter((each) => Math.floor(each / MINUTE) === Math.floor(at / MINUTE)));
        expect(Math.max(...slices.map(({ length }) => length))).toBeLessThanOrEqual(10);
      }),
    );
  });

  test("a flood of keys is held in bounded memory, counted together, and leaves known keys alone", () => {
    const { count } = counted(100);
    const known = Array.from({ length: 100 }, (_, index) => `known${index}`);
    for (const key of known) count.take(key, 5);
    const floods = Array.from({ length: 1000 }, (_, index) => count.take(`flood${index}`, 5));
    expect(floods.filter(Boolean)).toHaveLength(5);
    expect(count.of("known7")).toBe(1);
    expect(count.take("known7", 5)).toBe(true);
  });
});
