import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CUSTOMER_ACTS, type CustomerAct, type CustomerActFacts, customerActSchema, refusesAct } from "./customer-act";
import { DEFAULT_TRACKING_POLICY as policy } from "./tracking-policy";
import { hasEnded, TRACKING_STATES } from "./tracking-state";

const HOUR = 3_600_000;
const base: CustomerActFacts = {
  scope: "page",
  state: "planned",
  reschedules: 0,
  promiseFromMs: 100 * HOUR,
  cutoffAtMs: null,
  endedAtMs: null,
  isRated: false,
  proofs: 1,
  hasSlots: true,
};
const refusal = (act: CustomerAct, facts: Partial<CustomerActFacts> = {}, nowMs = 0, acts = {}) =>
  refusesAct(act, { ...base, ...facts }, { ...policy, acts: { ...policy.acts, ...acts } }, nowMs);

describe("what a customer may do when", () => {
  test("leave a note until the driver is at the door", () => {
    expect(refusal("instructions", { state: "next" })).toBeNull();
    expect(refusal("safe-place", { state: "arrived" })).toBe("too-late");
    expect(refusal("instructions", { state: "cancelled" })).toBe("too-late");
    expect(refusal("safe-place", {}, 0, { safePlace: false })).toBe("switched-off");
  });

  test("move it before the cut-off, so often, and never what is aboard", () => {
    expect(refusal("reschedule", {}, 88 * HOUR - 1)).toBeNull();
    expect(refusal("reschedule", {}, 88 * HOUR)).toBe("too-late");
    expect(refusal("reschedule", { cutoffAtMs: 50 * HOUR }, 50 * HOUR)).toBe("too-late");
    expect(refusal("reschedule", { state: "rescheduled", reschedules: 1 })).toBe("limit-reached");
    expect(refusal("reschedule", { reschedules: 1 }, 0, { mostReschedules: 2 })).toBeNull();
    expect(refusal("reschedule", { state: "dispatched" })).toBeNull();
    expect(refusal("reschedule", { state: "on-the-way" })).toBe("too-late");
    expect(refusal("reschedule", { hasSlots: false })).toBe("nothing-there");
    expect(refusal("reschedule", {}, 0, { mostReschedules: 0 })).toBe("switched-off");
    expect(refusal("reschedule", { promiseFromMs: null })).toBeNull();
  });

  test("rate once within a week of the end, and see a proof that is there", () => {
    const done = { state: "delivered", endedAtMs: 0 } as const;
    expect(refusal("rate")).toBe("not-yet");
    expect(refusal("rate", done)).toBeNull();
    expect(refusal("rate", { ...done, state: "failed" })).toBeNull();
    expect(refusal("rate", { ...done, isRated: true })).toBe("already-done");
    expect(refusal("rate", done, 7 * 24 * HOUR)).toBe("too-late");
    expect(refusal("proof", { state: "next" })).toBe("not-yet");
    expect(refusal("proof", done)).toBeNull();
    expect(refusal("proof", { ...done, proofs: 0 })).toBe("nothing-there");
    expect(refusal("proof", { state: "cancelled" })).toBe("nothing-there");
  });

  test("nothing once the page shows the state only", () => {
    for (const act of CUSTOMER_ACTS) expect(refusal(act, { scope: "status", state: "delivered" })).toBe("too-late");
  });

  test("after the end nothing changes a delivery any more", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TRACKING_STATES.filter(hasEnded)), fc.nat(1000 * HOUR), (state, nowMs) => {
        for (const act of ["instructions", "safe-place", "reschedule"] as const) {
          expect(refusal(act, { state }, nowMs)).toBe("too-late");
        }
      }),
    );
  });

  test("a form's fields are taken as they come, and nothing else", () => {
    expect(customerActSchema.parse({ act: "rate", stars: "5" })).toEqual({ act: "rate", stars: 5, comment: "" });
    for (const stars of ["0", "6", "4.5", "", "x"]) {
      expect(customerActSchema.safeParse({ act: "rate", stars }).success).toBe(false);
    }
    expect(customerActSchema.safeParse({ act: "safe-place", place: "roof" }).success).toBe(false);
    expect(customerActSchema.parse({ act: "instructions", text: " " })).toEqual({ act: "instructions", text: "" });
    expect(customerActSchema.parse({ act: "safe-place", place: "" })).toMatchObject({ place: null });
    expect(customerActSchema.safeParse({ act: "safe-place", place: "other", detail: " \u0007" }).success).toBe(false);
    expect(customerActSchema.safeParse({ act: "instructions", text: "x".repeat(501) }).success).toBe(false);
    expect(customerActSchema.safeParse({ act: "proof", answer: " " }).success).toBe(false);
    for (const act of CUSTOMER_ACTS) {
      const issues = customerActSchema.safeParse({ act }).error?.issues ?? [];
      expect(issues.some(({ path }) => path[0] === "act")).toBe(false);
    }
  });
});
