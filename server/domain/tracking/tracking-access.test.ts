import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identityAnswerSchema, passesIdentityCheck } from "./identity-check";
import {
  matchTrackingNumber,
  scopeOfLink,
  type TrackingLink,
  trackingNumberSchema,
  trackingTokenSchema,
} from "./tracking-access";
import { DEFAULT_TRACKING_POLICY as policy } from "./tracking-policy";

const DAY = 86_400_000;
const link: TrackingLink = { createdAtMs: 0, revokedAtMs: null, endedAtMs: null };

describe("what a link opens", () => {
  test("all for a week after the end, the state for another month, then nothing", () => {
    const ended = { ...link, endedAtMs: 10 * DAY };
    expect(scopeOfLink(ended, policy, 17 * DAY - 1)).toBe("page");
    expect(scopeOfLink(ended, policy, 17 * DAY)).toBe("status");
    expect(scopeOfLink(ended, policy, 47 * DAY - 1)).toBe("status");
    expect(scopeOfLink(ended, policy, 47 * DAY)).toBe("none");
    expect(scopeOfLink(ended, { ...policy, pageDays: 1, statusDays: 0 }, 11 * DAY)).toBe("none");
  });

  test("unknown, withdrawn and never ended in time are the same nothing", () => {
    expect(scopeOfLink(null, policy, 0)).toBe("none");
    expect(scopeOfLink({ ...link, revokedAtMs: 5 }, policy, 1)).toBe("none");
    expect(scopeOfLink(link, policy, 89 * DAY)).toBe("page");
    expect(scopeOfLink(link, policy, 90 * DAY)).toBe("none");
  });

  test("time only ever takes away", () => {
    const order = ["page", "status", "none"];
    const days = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(fc.option(days), days, days, (ended, a, b) => {
        const held = { ...link, endedAtMs: ended === null ? null : ended * DAY };
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)].map((day) => scopeOfLink(held, policy, day * DAY));
        expect(order.indexOf(later!)).toBeGreaterThanOrEqual(order.indexOf(sooner!));
      }),
    );
  });

  test("a token has 128 bits or more, in letters that need no escaping", () => {
    expect(trackingTokenSchema.safeParse("A".repeat(21)).success).toBe(false);
    expect(trackingTokenSchema.safeParse("A".repeat(65)).success).toBe(false);
    expect(trackingTokenSchema.safeParse("../".repeat(8)).success).toBe(false);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 48 }), (bytes) => {
        const token = Buffer.from(bytes).toString("base64url");
        expect(trackingTokenSchema.parse(token)).toBe(token);
      }),
    );
  });
});

describe("who somebody is", () => {
  test.each([
    ["sw1a1aa", true],
    ["SW1A 1AA", true],
    ["SW1A", false],
    ["678", true],
    ["5678", false],
    ["77", false],
    ["", false],
  ])("answers %s", (answer, passes) => {
    expect(passesIdentityCheck(answer, { postcode: "SW1A 1AA", phone: "+4512345678" })).toBe(passes);
  });

  test("where nothing is known nothing fits", () => {
    expect(identityAnswerSchema.safeParse("  ").success).toBe(false);
    fc.assert(
      fc.property(fc.string(), (answer) => {
        expect(passesIdentityCheck(answer, { postcode: "", phone: "" })).toBe(false);
      }),
    );
  });

  test("a number opens a page only with its own second factor, and only where one delivery fits", () => {
    const mine = { link, postcode: "1260", phone: "+4512345678" };
    const other = { link, postcode: "8000", phone: "+4587654321" };
    expect(trackingNumberSchema.parse(" A-17 12 ")).toBe("A-17 12");
    expect(matchTrackingNumber([other, mine], "1260", policy, 0)).toBe(mine);
    expect(matchTrackingNumber([other, mine], "321", policy, 0)).toBe(other);
    for (const candidates of [[], [other], [mine, { ...mine }], [{ ...mine, link: { ...link, revokedAtMs: 1 } }]]) {
      expect(matchTrackingNumber(candidates, "1260", policy, 0)).toBeNull();
    }
  });
});
