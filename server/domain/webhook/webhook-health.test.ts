import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pauseAfterTry } from "./retry-schedule";
import {
  type AttemptEnd,
  healthAfter,
  MOST_CONSECUTIVE_FAILURES,
  triesAtOnce,
  type WebhookHealth,
} from "./webhook-health";

const WELL: WebhookHealth = {
  status: "active",
  stopReason: null,
  consecutiveFailures: 0,
  failingSince: null,
  resumeAt: null,
  lastSuccessAt: null,
  lastFailureAt: null,
};
const at = (seconds: number) => new Date(Date.UTC(2026, 5, 10) + seconds * 1000);
const failed = (seconds: number, more: Partial<AttemptEnd> = {}): AttemptEnd => ({
  at: at(seconds),
  isDelivered: false,
  status: 500,
  retryAfterSeconds: null,
  ...more,
});

describe("an endpoint's health", () => {
  test("single failures hold nothing up; from the third on it is left alone as long as it has been failing", () => {
    expect(healthAfter(WELL, [failed(0), failed(1)]).after.resumeAt).toBeNull();
    const third = healthAfter(WELL, [failed(0), failed(1), failed(60)]).after;
    expect(third.resumeAt).toEqual(at(120));
    expect(healthAfter(third, [failed(10_000)]).after.resumeAt).toEqual(at(10_300));
    expect(healthAfter(WELL, [failed(0, { retryAfterSeconds: 90, status: 429 })]).after.resumeAt).toEqual(at(90));
  });

  test("one success makes it well; 410 ends it; whoever fails fifty times in a row, for a day, is paused, and somebody is told", () => {
    const failures = (count: number) => Array.from({ length: count }, (_, index) => failed(index));
    const success: AttemptEnd = { ...failed(99), isDelivered: true, status: 200 };
    const recovered = healthAfter(WELL, [...failures(49), success]).after;
    expect(recovered).toMatchObject({ status: "active", consecutiveFailures: 0, resumeAt: null, failingSince: null });
    for (const count of [10, 25, 50]) {
      expect(healthAfter(WELL, failures(count)).news).toEqual({ kind: "failing", failures: count });
      expect(healthAfter(WELL, failures(count - 1)).news?.kind === "failing" && count === 10).toBe(false);
      const told = healthAfter(WELL, failures(count)).after;
      expect(healthAfter(told, [failed(100)]).news).toBeNull();
    }
    const hours = healthAfter(WELL, failures(MOST_CONSECUTIVE_FAILURES)).after;
    expect(hours.status).toBe("active");
    expect(healthAfter(hours, [failed(86_399)]).after.status).toBe("active");
    const { after, news } = healthAfter(hours, [failed(86_400)]);
    expect([after.status, after.stopReason, news]).toEqual(["paused", "failures", { kind: "stopped" }]);
    const few = healthAfter(WELL, [failed(0), failed(90_000)]).after;
    expect([few.status, healthAfter(few, [failed(180_000)]).after.status]).toEqual(["active", "active"]);
    const again = healthAfter(hours, [success]);
    expect([again.news, again.after.failingSince]).toEqual([{ kind: "recovered" }, null]);
    expect(healthAfter(WELL, [...failures(10), success]).news).toBeNull();
    expect(healthAfter(again.after, [success]).news).toBeNull();
    const gone = healthAfter(WELL, [failed(0, { status: 410 })]).after;
    expect(healthAfter(gone, failures(12)).news).toBeNull();
    expect(healthAfter(WELL, [failed(0, { status: 410 })]).after).toMatchObject({
      status: "disabled",
      stopReason: "gone",
    });
  });

  test("many are tried at once while all is well, one while nobody knows", () => {
    expect([0, 1, 3, 49].map((consecutiveFailures) => triesAtOnce({ consecutiveFailures }))).toEqual([16, 4, 1, 1]);
  });
});

test("a message is tried ten times within a day, and an asked-for pause counts where it is longer", () => {
  const pauses = Array.from({ length: 10 }, (_, tries) => pauseAfterTry(tries + 1, null, 0));
  expect(pauses[9]).toBeNull();
  expect(pauses.reduce((sum: number, pause) => sum + (pause ?? 0), 0)).toBe(24 * 3600_000);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, random) => {
      const [own, spread] = [pauseAfterTry(tries, null, 0)!, pauseAfterTry(tries, null, random)!];
      expect(spread).toBeGreaterThanOrEqual(own);
      expect(spread).toBeLessThanOrEqual(Math.ceil(own * 1.1));
    }),
  );
  expect(pauseAfterTry(1, 60, 0)).toBe(60_000);
  expect(pauseAfterTry(2, 60, 0)).toBe(295_000);
});
