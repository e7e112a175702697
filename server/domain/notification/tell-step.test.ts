import { describe, expect, test } from "vitest";
import type { TrackingState } from "@/server/domain/tracking/tracking-state";
import { DEFAULT_NOTIFICATION_POLICY as policy } from "./notification-policy";
import { type TellFacts, type Telling, tellStep } from "./tell-step";
import { usefulUntilMs } from "./useful-until";

const NOON = Date.parse("2026-06-10T12:00:00Z");
const HOUR = 3_600_000;
const fresh: Telling = { attempt: 1, state: "planned", delays: 0, delayArriveAtMs: null };
const useful = { windowToMs: NOON + 2 * HOUR, dayEndMs: null, endedAtMs: null };

const facts = (state: TrackingState, change: Partial<TellFacts> = {}): TellFacts => ({
  deliveryId: "d",
  now: { state, isLate: false, arriveAtMs: NOON + HOUR },
  recipient: { email: "a@example.com", phone: "+4520304050", preference: "both", optedOut: [] },
  timeZone: "Europe/Copenhagen",
  nowMs: NOON,
  useful,
  ...change,
});
const keys = (step: ReturnType<typeof tellStep>) => step.messages.map(({ key }) => key);

describe("a look at a door", () => {
  test("keeps where it stood, so that looking again says nothing", () => {
    const first = tellStep(fresh, facts("dispatched"), policy);
    expect(keys(first)).toEqual(["d/1/dispatched/email", "d/1/dispatched/sms"]);
    expect(first.messages.every(({ time }) => time.kind === "send" && time.atMs === NOON + 10_000)).toBe(true);
    expect(first.after).toEqual({ ...fresh, state: "dispatched" });
    expect(tellStep(first.after, facts("dispatched"), policy)).toEqual({ after: first.after, messages: [] });
  });

  test("the first look tells nothing and keeps what it saw", () => {
    const step = tellStep({ ...fresh, state: null }, facts("delivered"), policy);
    expect(step).toEqual({ after: { ...fresh, state: "delivered" }, messages: [] });
  });

  test("a delay is kept with what was expected, and with where the delivery stood", () => {
    const late = { state: "on-the-way", isLate: true, arriveAtMs: NOON + 2 * HOUR } as const;
    const step = tellStep(fresh, facts("on-the-way", { now: late }), policy);
    expect(keys(step)).toEqual(["d/1/delayed/1/email", "d/1/delayed/1/sms"]);
    expect(step.after).toEqual({ attempt: 1, state: "on-the-way", delays: 1, delayArriveAtMs: NOON + 2 * HOUR });
    expect(tellStep(step.after, facts("on-the-way", { now: late }), policy).messages).toEqual([]);
  });

  test("what the order and its recipient do not want is not made", () => {
    const recipient = { email: "a@example.com", phone: "+4520304050", preference: "both", optedOut: [] } as const;
    const made = (change: object) =>
      keys(tellStep(fresh, facts("failed", { recipient: { ...recipient, ...change } }), policy));
    expect(made({ preference: "dont_notify" })).toEqual([]);
    expect(made({ preference: "sms" })).toEqual(["d/1/failed/sms"]);
    expect(made({ optedOut: ["sms"] })).toEqual(["d/1/failed/email"]);
    expect(made({ phone: "" })).toEqual(["d/1/failed/email"]);
    expect(made({ email: "", optedOut: ["sms"] })).toEqual([]);
  });

  test("what would come too late is left out", () => {
    const past = facts("near", { useful: { ...useful, windowToMs: NOON - 1 } });
    expect(tellStep(fresh, past, policy).messages.map(({ time }) => time)).toEqual([
      { kind: "drop", reason: "out-of-date" },
    ]);
  });
});

describe("until when a message is of use", () => {
  test("an announcement until its window, else its day, is over; an end for a day", () => {
    const times = { windowToMs: NOON, dayEndMs: NOON + HOUR, endedAtMs: null };
    expect(usefulUntilMs("near", times)).toBe(NOON);
    expect(usefulUntilMs("dispatched", { ...times, windowToMs: null })).toBe(NOON + HOUR);
    expect(usefulUntilMs("dispatched", { ...times, windowToMs: null, dayEndMs: null })).toBeNull();
    expect(usefulUntilMs("delivered", { ...times, endedAtMs: NOON })).toBe(NOON + 24 * HOUR);
    expect(usefulUntilMs("failed", times)).toBeNull();
  });
});
