import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StopRunStatus } from "@/server/domain/execution/run-state";
import { DELIVERY_STATUSES, TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { hasEnded, isUnderWay, type TrackedDelivery, trackingState } from "./tracking-state";

const near = { stops: 3, minutes: 20 };
const nearness = { stopsBefore: 8, minutesBefore: 70, metersBefore: 9000 };
const base: TrackedDelivery = {
  status: "assigned",
  stop: null,
  isRouteStarted: true,
  nearness,
  toldDate: "2026-06-10",
  serviceDate: "2026-06-10",
};
const stateOf = (facts: Partial<TrackedDelivery>) => trackingState({ ...base, ...facts }, near);

describe("a customer's word for a delivery", () => {
  test("before anybody drives", () => {
    expect(stateOf({ status: "scheduled" })).toBe("planned");
    expect(stateOf({ status: "scheduled", serviceDate: "2026-06-12" })).toBe("rescheduled");
    expect(stateOf({ status: "requested", toldDate: null })).toBe("planned");
    expect(stateOf({ isRouteStarted: false, nearness: { ...nearness, stopsBefore: 0 } })).toBe("dispatched");
  });

  test("nearer and nearer, by stops or by minutes", () => {
    expect(stateOf({})).toBe("on-the-way");
    expect(stateOf({ nearness: { ...nearness, stopsBefore: 3 } })).toBe("near");
    expect(stateOf({ nearness: { ...nearness, minutesBefore: 20 } })).toBe("near");
    expect(stateOf({ nearness: { ...nearness, stopsBefore: 0 } })).toBe("next");
    expect(stateOf({ status: "enroute", stop: "enroute" })).toBe("next");
    expect(stateOf({ status: "enroute", stop: "arrived" })).toBe("arrived");
    expect(stateOf({ nearness: { stopsBefore: null, minutesBefore: null, metersBefore: null } })).toBe("on-the-way");
  });

  test("how it ended; what is missing is said", () => {
    expect(stateOf({ status: "delivered", stop: "delivered" })).toBe("delivered");
    expect(stateOf({ status: "delivered", stop: "partial" })).toBe("partly-delivered");
    expect(stateOf({ status: "enroute", stop: "attempted" })).toBe("failed");
    expect(stateOf({ status: "cancelled", stop: "enroute" })).toBe("cancelled");
  });

  test("what has ended is ended whatever a phone still says, and nothing is ended and under way", () => {
    const stops: (StopRunStatus | null)[] = [null, "planned", "enroute", "arrived", "delivered", "partial", "failed"];
    const count = fc.option(fc.nat(40));
    fc.assert(
      fc.property(
        fc.record({
          status: fc.constantFrom(...DELIVERY_STATUSES),
          stop: fc.constantFrom(...stops),
          isRouteStarted: fc.boolean(),
          nearness: fc.record({ stopsBefore: count, minutesBefore: count, metersBefore: count }),
        }),
        (facts) => {
          const state = stateOf(facts);
          if (TERMINAL_DELIVERY_STATUSES.includes(facts.status)) expect(hasEnded(state)).toBe(true);
          expect(hasEnded(state) && isUnderWay(state)).toBe(false);
        },
      ),
    );
  });
});
