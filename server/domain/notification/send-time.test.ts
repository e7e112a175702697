import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NotificationRecipient, notificationChannels } from "./notification-channels";
import {
  NOTIFICATION_CHANNELS,
  NOTIFICATION_TRIGGERS,
  notificationPolicySchema,
  notificationPreferenceSchema,
  DEFAULT_NOTIFICATION_POLICY as policy,
  quietHoursSchema,
  readNotificationPolicy,
} from "./notification-policy";
import { quietUntilMs } from "./quiet-hours";
import { type MessageTiming, sendTime } from "./send-time";

const night = { fromSeconds: 21 * 3600, toSeconds: 8 * 3600 };
const ms = (text: string) => Date.parse(text);
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 16));

describe("quiet hours", () => {
  test("are the recipient's: the same instant is quiet in one zone and not in another", () => {
    expect(iso(quietUntilMs(ms("2026-06-10T20:00:00Z"), "Europe/Copenhagen", night))).toBe("2026-06-11T06:00");
    expect(quietUntilMs(ms("2026-06-10T20:00:00Z"), "Europe/London", { ...night, fromSeconds: 22 * 3600 })).toBeNull();
    expect(iso(quietUntilMs(ms("2026-06-10T05:59:59Z"), "Europe/Copenhagen", night))).toBe("2026-06-10T06:00");
    expect(quietUntilMs(ms("2026-06-10T06:00:00Z"), "Europe/Copenhagen", night)).toBeNull();
  });

  test("end by the clock on the wall also where it was changed in the night", () => {
    expect(iso(quietUntilMs(ms("2026-10-24T21:00:00Z"), "Europe/Copenhagen", night))).toBe("2026-10-25T07:00");
    expect(iso(quietUntilMs(ms("2026-03-28T21:00:00Z"), "Europe/Copenhagen", night))).toBe("2026-03-29T06:00");
    const untilHalfPastTwo = { fromSeconds: 22 * 3600, toSeconds: 2.5 * 3600 };
    expect(iso(quietUntilMs(ms("2026-10-24T22:00:00Z"), "Europe/Copenhagen", untilHalfPastTwo))).toBe(
      "2026-10-25T00:30",
    );
    expect(iso(quietUntilMs(ms("2026-10-25T01:10:00Z"), "Europe/Copenhagen", untilHalfPastTwo))).toBe(
      "2026-10-25T01:30",
    );
    expect(iso(quietUntilMs(ms("2026-03-29T00:20:00Z"), "Europe/Copenhagen", untilHalfPastTwo))).toBe(
      "2026-03-29T01:30",
    );
  });

  test("always end, and what waited until then disturbs nobody", () => {
    const hours = fc.record({ fromSeconds: fc.nat(86_399), toSeconds: fc.nat(86_399) });
    const zones = fc.constantFrom("Europe/Copenhagen", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Beirut");
    const instants = fc.integer({ min: ms("2018-01-01"), max: ms("2028-01-01") });
    fc.assert(
      fc.property(hours, zones, instants, (quiet, zone, at) => {
        fc.pre(quietHoursSchema.safeParse(quiet).success);
        const until = quietUntilMs(at, zone, quiet);
        if (until === null) return;
        expect(until).toBeGreaterThan(at);
        expect(until - at).toBeLessThanOrEqual(26 * 3_600_000);
        expect(quietUntilMs(until, zone, quiet)).toBeNull();
      }),
    );
  });
});

describe("when a message leaves", () => {
  const noon: MessageTiming = {
    trigger: "dispatched",
    causedAtMs: ms("2026-06-10T10:00:00Z"),
    timeZone: "Europe/Copenhagen",
    usefulUntilMs: null,
  };
  const late = { ...noon, causedAtMs: ms("2026-06-10T19:00:00Z") };

  test("ten seconds after its cause, so that it can be recalled", () => {
    expect(sendTime(noon, policy)).toEqual({ kind: "send", atMs: noon.causedAtMs + 10_000 });
    expect(notificationPolicySchema.safeParse({ recallSeconds: 0 }).success).toBe(false);
  });

  test("in quiet hours it waits, is left out or goes all the same, as its trigger says", () => {
    expect(sendTime(late, policy)).toEqual({ kind: "send", atMs: ms("2026-06-11T06:00:00Z") });
    expect(sendTime({ ...late, trigger: "near" }, policy)).toEqual({ kind: "drop", reason: "quiet-hours" });
    expect(sendTime({ ...late, trigger: "delivered" }, policy)).toMatchObject({ atMs: late.causedAtMs + 10_000 });
    expect(sendTime(late, { ...policy, quietHours: null })).toMatchObject({ atMs: late.causedAtMs + 10_000 });
    // Seconds before nine it would leave in the quiet hours.
    expect(sendTime({ ...late, causedAtMs: late.causedAtMs - 5000 }, policy)).toMatchObject({
      atMs: ms("2026-06-11T06:00:00Z"),
    });
  });

  test("what would come too late is left out", () => {
    const useful = { ...late, usefulUntilMs: ms("2026-06-10T21:00:00Z") };
    expect(sendTime(useful, policy)).toEqual({ kind: "drop", reason: "out-of-date" });
  });
});

describe("by which channels", () => {
  const recipient: NotificationRecipient = {
    email: "a@b.test",
    phone: "+4512345678",
    preference: "both",
    optedOut: [],
  };
  const ways = (change: Partial<NotificationRecipient>) =>
    notificationChannels("dispatched", { ...recipient, ...change }, policy);

  test("those the order wants, the person has not refused, and that lead somewhere", () => {
    expect(ways({})).toEqual(["email", "sms"]);
    expect(ways({ preference: "email" })).toEqual(["email"]);
    expect(ways({ preference: "dont_notify" })).toEqual([]);
    expect(ways({ optedOut: ["sms"] })).toEqual(["email"]);
    expect(ways({ email: "" })).toEqual(["sms"]);
    expect(notificationChannels("delivered", recipient, policy)).toEqual(["email"]);
  });

  test("nobody is written who does not want it, whatever the policy", () => {
    const everything = notificationPolicySchema.parse({
      triggers: Object.fromEntries(NOTIFICATION_TRIGGERS.map((each) => [each, { email: true, sms: true }])),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...NOTIFICATION_TRIGGERS),
        fc.constantFrom(...notificationPreferenceSchema.options),
        fc.subarray([...NOTIFICATION_CHANNELS]),
        (trigger, preference, optedOut) => {
          const ways = notificationChannels(trigger, { ...recipient, preference, optedOut }, everything);
          expect(ways.some((way) => optedOut.includes(way))).toBe(false);
          if (preference !== "both") expect(ways.every((way) => way === preference)).toBe(true);
        },
      ),
    );
    expect(readNotificationPolicy({ retellMinutes: 0 })).toEqual(policy);
  });
});
