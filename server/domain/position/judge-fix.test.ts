import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeFix } from "./judge-fix";

const NOW = Date.parse("2026-06-10T12:00:00Z");
const context = { receivedAtMs: NOW, skewMs: 0 };
const good = { recordedAt: "2026-06-10T11:59:00Z", lat: 55.67, lng: 12.55 };
const at = (offsetMs: number) => new Date(NOW + offsetMs).toISOString();
const DAY = 24 * 3600_000;

describe("a fix is judged by itself", () => {
  test("what a device measured is kept, in whole degrees and percent", () => {
    const raw = { ...good, accuracyMeters: 4.5, speedMps: 8.25, headingDegrees: 359.7, batteryPercent: 61.4 };
    expect(judgeFix(raw, context)).toEqual({
      fix: {
        recordedAtMs: NOW - 60_000,
        lat: 55.67,
        lng: 12.55,
        accuracyMeters: 4.5,
        speedMps: 8.25,
        headingDegrees: 0,
        batteryPercent: 61,
      },
    });
  });

  test("an impossible reading beside a good place is unknown, not a refusal", () => {
    const raw = { ...good, accuracyMeters: -1, speedMps: -1, headingDegrees: 400, batteryPercent: "full" };
    expect(judgeFix(raw, context)).toMatchObject({
      fix: { accuracyMeters: null, speedMps: null, headingDegrees: null, batteryPercent: null },
    });
  });

  test.each([
    ["malformed", null],
    ["malformed", "55,12"],
    ["malformed", [good]],
    ["bad-time", { ...good, recordedAt: "yesterday" }],
    ["bad-time", { ...good, recordedAt: "2026-06-10T11:59:00" }],
    ["bad-time", { ...good, recordedAt: 1e300 }],
    ["bad-time", { ...good, recordedAt: "2026-13-45T11:59:00Z" }],
    ["in-the-future", { ...good, recordedAt: at(6 * 60_000) }],
    ["in-the-future", { ...good, recordedAt: "9999-12-31T23:59:59Z" }],
    ["too-old", { ...good, recordedAt: at(-7 * DAY - 1) }],
    ["bad-coordinates", { ...good, lat: Number.NaN }],
    ["bad-coordinates", { ...good, lng: Number.POSITIVE_INFINITY }],
    ["bad-coordinates", { ...good, lat: 90.01 }],
    ["bad-coordinates", { ...good, lng: -180.01 }],
    ["bad-coordinates", { ...good, lat: "55.67" }],
    ["bad-coordinates", { ...good, lat: 0, lng: 0 }],
  ])("%s: %j", (reason, raw) => {
    expect(judgeFix(raw, context)).toEqual({ reason });
  });

  test("a clock known to be off is put right before the time is judged", () => {
    const raw = { ...good, recordedAt: at(3600_000) };
    expect(judgeFix(raw, context)).toEqual({ reason: "in-the-future" });
    expect(judgeFix(raw, { ...context, skewMs: -3600_000 })).toMatchObject({ fix: { recordedAtMs: NOW } });
  });

  test("nothing a device can send makes it throw, and whatever is kept is a place on earth at a time near now", () => {
    const field = fc.oneof(fc.anything(), fc.double(), fc.constantFrom(good.recordedAt, "", null));
    const raw = fc.record({ recordedAt: field, lat: field, lng: field, speedMps: field }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.oneof(raw, fc.anything()), (sent) => {
        const judged = judgeFix(sent, context);
        if (!("fix" in judged)) return;
        expect(Math.abs(judged.fix.lat)).toBeLessThanOrEqual(90);
        expect(Math.abs(judged.fix.lng)).toBeLessThanOrEqual(180);
        expect(judged.fix.recordedAtMs).toBeGreaterThan(NOW - 8 * DAY);
      }),
    );
  });
});
