import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TRACKING_STATES, type TrackingState } from "@/server/domain/tracking/tracking-state";
import {
  dueNotification,
  messageKey,
  type NotifiedState,
  stillHolds,
  type ToldSoFar,
  toldAfter,
} from "./due-notification";
import { DEFAULT_NOTIFICATION_POLICY as policy } from "./notification-policy";

const MINUTE = 60_000;
const delivery = { deliveryId: "d", attempt: 1 };
const untold: ToldSoFar = { delays: 0, delayArriveAtMs: null };
const at = (state: TrackingState, arriveMinutes: number | null = 60, isLate = false): NotifiedState => ({
  state,
  isLate,
  arriveAtMs: arriveMinutes === null ? null : arriveMinutes * MINUTE,
});
const trigger = (before: NotifiedState | null, after: NotifiedState, told = untold) =>
  dueNotification(delivery, before?.state ?? null, after, told, policy)?.trigger ?? null;

describe("which message is due", () => {
  test("each step forward has its own, a step back and standing still have none", () => {
    expect(trigger(at("planned"), at("dispatched"))).toBe("dispatched");
    expect(trigger(at("dispatched"), at("on-the-way"))).toBe("out-for-delivery");
    expect(trigger(at("on-the-way"), at("near"))).toBe("near");
    expect(trigger(at("on-the-way"), at("next"))).toBe("near");
    expect(trigger(at("near"), at("next"))).toBeNull();
    expect(trigger(at("next"), at("arrived"))).toBeNull();
    expect(trigger(at("arrived"), at("partly-delivered"))).toBe("delivered");
    expect(trigger(at("arrived"), at("failed"))).toBe("failed");
    expect(trigger(at("near"), at("on-the-way"))).toBeNull();
    expect(trigger(at("near"), at("cancelled"))).toBeNull();
  });

  test("an end that turns out to be another one is told, the same end in other words is not", () => {
    expect(trigger(at("delivered"), at("failed"))).toBe("failed");
    expect(trigger(at("failed"), at("partly-delivered"))).toBe("delivered");
    expect(trigger(at("delivered"), at("partly-delivered"))).toBeNull();
    expect(trigger(at("delivered"), at("returned"))).toBeNull();
    expect(trigger(at("delivered"), at("next"))).toBeNull();
  });

  test("a leap tells only the last; what was so before anybody looked is not told", () => {
    expect(trigger(at("planned"), at("near"))).toBe("near");
    expect(trigger(at("planned"), at("delivered"))).toBe("delivered");
    expect(trigger(null, at("delivered"))).toBeNull();
    expect(trigger(null, at("near", 60, true))).toBeNull();
  });

  test("a delay comes first, and again only when the expectation has moved by more", () => {
    expect(trigger(at("dispatched"), at("on-the-way", 60, true))).toBe("delayed");
    const told = { delays: 1, delayArriveAtMs: 60 * MINUTE };
    expect(trigger(at("on-the-way", 60, true), at("on-the-way", 80, true), told)).toBeNull();
    expect(trigger(at("on-the-way", 60, true), at("on-the-way", 81, true), told)).toBe("delayed");
    expect(trigger(at("on-the-way", 60, true), at("near", 70, true), told)).toBe("near");
    expect(trigger(at("planned"), at("planned", 90, true))).toBeNull();
    expect(trigger(at("next", 60, true), at("delivered", null, true))).toBe("delivered");
  });

  test("two who see the same delay a minute apart name it alike; another attempt has another name", () => {
    const key = (minutes: number, attempt = 1) =>
      dueNotification({ ...delivery, attempt }, "near", at("near", minutes, true), untold, policy)!.key;
    expect(key(60)).toBe(key(61));
    expect(key(60)).not.toBe(key(60, 2));
    const told = { delays: 1, delayArriveAtMs: 60 * MINUTE };
    expect(dueNotification(delivery, "near", at("near", 90, true), told, policy)!.key).not.toBe(key(60));
    const due = dueNotification(delivery, "planned", at("dispatched"), untold, policy)!;
    expect(messageKey(due, "sms")).toBe("d/1/dispatched/sms");
  });

  test("however states come and however often each is looked at, every event is told once", () => {
    const states = fc.array(
      fc.record({
        state: fc.constantFrom(...TRACKING_STATES),
        isLate: fc.boolean(),
        arriveMinutes: fc.option(fc.integer({ min: 0, max: 300 })),
        retries: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 30, size: "max" },
    );
    fc.assert(
      fc.property(states, (steps) => {
        const sent: { key: string; trigger: string; arriveAtMs: number | null }[] = [];
        let told = untold;
        let before: NotifiedState = at("planned", null);
        for (const { state, isLate, arriveMinutes, retries } of steps) {
          const after = at(state, arriveMinutes, isLate);
          for (let again = 0; again < retries; again++) {
            const due = dueNotification(delivery, before.state, after, told, policy);
            if (!due || sent.some(({ key }) => key === due.key)) continue;
            sent.push({ key: due.key, trigger: due.trigger, arriveAtMs: after.arriveAtMs });
            told = toldAfter(told, due, after);
          }
          before = after;
        }
        const others = sent.filter((each) => each.trigger !== "delayed").map((each) => each.trigger);
        expect(new Set(others).size).toBe(others.length);
        const delays = sent.filter((each) => each.trigger === "delayed");
        delays.slice(1).forEach((delay, index) => {
          expect(Math.abs(delay.arriveAtMs! - delays[index]!.arriveAtMs!)).toBeGreaterThan(20 * MINUTE);
        });
      }),
    );
  });

  test("what was kept back is sent only while it is true", () => {
    expect(stillHolds("dispatched", at("planned"))).toBe(false);
    expect(stillHolds("dispatched", at("on-the-way"))).toBe(true);
    expect(stillHolds("near", at("on-the-way"))).toBe(false);
    expect(stillHolds("out-for-delivery", at("delivered"))).toBe(false);
    expect(stillHolds("delayed", at("near", 60, false))).toBe(false);
    expect(stillHolds("delayed", at("near", 60, true))).toBe(true);
    expect(stillHolds("delivered", at("partly-delivered"))).toBe(true);
    expect(stillHolds("failed", at("planned"))).toBe(false);
  });
});
