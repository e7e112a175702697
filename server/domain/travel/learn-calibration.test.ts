import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateFromMeters } from "./estimate-leg";
import { type DrivenLeg, FEWEST_LEGS, learnCalibration } from "./learn-calibration";

const now = new Date("2026-06-10T18:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

/** Legs of a depot where everything takes `factor` times the estimate, give or take a tenth. */
function drivenLegs(count: number, factor: number, ageDays = 1): DrivenLeg[] {
  return Array.from({ length: count }, (_, index) => {
    const straightMeters = 300 + ((index * 379) % 5000);
    const { durationSeconds, distanceMeters } = estimateFromMeters(straightMeters, "van");
    const noise = 0.9 + ((index * 7) % 21) / 100;
    return {
      straightMeters,
      drivenSeconds: Math.round(durationSeconds * factor * noise),
      drivenMeters: Math.round(distanceMeters * 0.85),
      drivenAt: daysAgo(ageDays),
    };
  });
}

describe("learnCalibration", () => {
  test("finds the pace of a depot's roads in its drives", () => {
    const learned = learnCalibration(drivenLegs(60, 1.4), "van", now)!;
    expect(learned.duration).toBeCloseTo(1.4, 1);
    expect(learned.distance).toBeCloseTo(0.85, 2);
    expect(learned.legs).toBe(60);
  });

  test("lunches, forgotten clocks and jumps of the satellites do not move it", () => {
    const legs = drivenLegs(60, 1.2);
    const nonsense = drivenLegs(25, 1).map((leg, index) => ({ ...leg, drivenSeconds: index % 3 === 0 ? 1 : 9000 }));
    expect(learnCalibration([...legs, ...nonsense], "van", now)!.duration).toBeCloseTo(1.2, 1);
  });

  test("what was driven lately weighs more, what is a season old nothing", () => {
    const legs = [...drivenLegs(40, 1, 60), ...drivenLegs(40, 1.8, 2)];
    expect(learnCalibration(legs, "van", now)!.duration).toBeGreaterThan(1.5);
    expect(learnCalibration(drivenLegs(40, 1.8, 100), "van", now)).toBeUndefined();
    expect(learnCalibration(drivenLegs(40, 1.8, -1), "van", now)).toBeUndefined();
  });

  test("learns nothing from too few drives, or from drives around the corner", () => {
    expect(learnCalibration(drivenLegs(FEWEST_LEGS - 1, 1.4), "van", now)).toBeUndefined();
    expect(learnCalibration(drivenLegs(FEWEST_LEGS, 1.4), "van", now)).toBeDefined();
    const doorsteps = drivenLegs(100, 1.4).map((leg) => ({ ...leg, straightMeters: 80 }));
    expect(learnCalibration(doorsteps, "van", now)).toBeUndefined();
  });

  test("a distance that nobody measured leaves the estimate's", () => {
    const legs = drivenLegs(40, 1.1).map((leg) => ({ ...leg, drivenMeters: null }));
    expect(learnCalibration(legs, "van", now)).toMatchObject({ distance: 1 });
  });

  test("whatever it is told, the estimate stays one, and the order does not matter", () => {
    const leg = fc.record({
      straightMeters: fc.integer({ min: 0, max: 50_000 }),
      drivenSeconds: fc.integer({ min: 0, max: 100_000 }),
      drivenMeters: fc.option(fc.integer({ min: 0, max: 500_000 })),
      drivenAt: fc.integer({ min: -10, max: 120 }).map(daysAgo),
    });
    fc.assert(
      fc.property(fc.array(leg, { minLength: 20, maxLength: 80 }), (legs) => {
        const learned = learnCalibration(legs, "van", now);
        expect(learnCalibration(legs.toReversed(), "van", now)).toEqual(learned);
        if (!learned) return;
        for (const factor of [learned.duration, learned.distance]) {
          expect(factor).toBeGreaterThanOrEqual(0.5);
          expect(factor).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
