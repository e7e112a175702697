import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DeliverySums, deliveryFigures, type RouteSums, routeFigures } from "./figures";

const count = fc.nat(1000);
/** Counts as they can be: what is delivered was tried, what was on time was delivered. */
const sums: fc.Arbitrary<DeliverySums> = fc
  .record({ a: count, b: count, c: count, d: count, e: count, timed: count, deliverSeconds: count })
  .map(({ a, b, c, d, e, timed, deliverSeconds }) => {
    const [deliveries, attempts] = [a, a + b];
    const delivered = Math.min(c, attempts);
    const firstAttempts = Math.min(d, deliveries);
    return {
      deliveries,
      attempts,
      delivered,
      onTime: Math.min(e, delivered),
      failed: Math.min(b, deliveries),
      firstAttempts,
      firstDelivered: Math.min(e, firstAttempts),
      timed: Math.min(timed, delivered),
      deliverSeconds: timed === 0 ? 0 : deliverSeconds,
    };
  });

const NOTHING: RouteSums = {
  routes: 0,
  plannedStops: 0,
  madeStops: 0,
  plannedMeters: 0,
  plannedSeconds: 0,
  sentStops: 0,
  sentMeters: 0,
  sentSeconds: 0,
  drivenSeconds: 0,
  measuredRoutes: 0,
  measuredPlannedMeters: 0,
  drivenMeters: 0,
  idleSeconds: 0,
  startDelaySeconds: 0,
  finishDelaySeconds: 0,
};

describe("figures", () => {
  test("shares lie between nothing and all, and of nothing there is none", () => {
    fc.assert(
      fc.property(sums, (counted) => {
        const { onTimeShare, firstAttemptShare, attemptsPerDelivery, averageDeliverSeconds } = deliveryFigures(counted);
        for (const share of [onTimeShare, firstAttemptShare]) {
          if (share === null) continue;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(onTimeShare === null).toBe(counted.delivered === 0);
        expect(firstAttemptShare === null).toBe(counted.firstAttempts === 0);
        expect(averageDeliverSeconds === null).toBe(counted.timed === 0);
        if (attemptsPerDelivery !== null) expect(attemptsPerDelivery).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test("a whole lies between the best and the worst of its parts", () => {
    fc.assert(
      fc.property(fc.array(sums, { minLength: 1, maxLength: 8 }), (parts) => {
        const add = (of: (part: DeliverySums) => number) => parts.reduce((total, part) => total + of(part), 0);
        const whole = { ...parts[0]!, delivered: add((part) => part.delivered), onTime: add((part) => part.onTime) };
        const shares = parts.map((part) => deliveryFigures(part).onTimeShare).filter((share) => share !== null);
        const { onTimeShare } = deliveryFigures(whole);
        if (onTimeShare === null) {
          expect(shares).toEqual([]);
          return;
        }
        expect(onTimeShare).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
        expect(onTimeShare).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
      }),
    );
  });

  test("routes nobody has driven say nothing", () => {
    expect(Object.values(routeFigures(NOTHING))).toEqual(Array(6).fill(null));
  });

  test("distance is compared of measured routes only", () => {
    const driven = { ...NOTHING, routes: 3, plannedMeters: 900, measuredPlannedMeters: 300, drivenMeters: 400 };
    expect(routeFigures(driven).distanceEfficiency).toBe(0.75);
  });
});
