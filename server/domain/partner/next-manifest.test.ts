import fc from "fast-check";
import { expect, test } from "vitest";
import { wallSecondsAt } from "@/server/domain/time/zoned-time";
import { nextManifestAt } from "./next-manifest";

const ZONE = "Europe/Copenhagen";
const HOUR = 3600;
const at = (sendAtSeconds: number[], now: string) =>
  nextManifestAt({ emails: ["a@example.com"], sendAtSeconds }, new Date(now), ZONE).toISOString();

test("at the next agreed time on the wall's clock, tomorrow's first after today's last; else soon", () => {
  expect(at([7 * HOUR, 13 * HOUR], "2026-07-01T04:00:00Z")).toBe("2026-07-01T05:00:00.000Z");
  expect(at([7 * HOUR, 13 * HOUR], "2026-07-01T05:00:00Z")).toBe("2026-07-01T11:00:00.000Z");
  expect(at([7 * HOUR, 13 * HOUR], "2026-07-01T11:00:01Z")).toBe("2026-07-02T05:00:00.000Z");
  expect(at([], "2026-07-01T11:00:00Z")).toBe("2026-07-01T11:05:00.000Z");
});

test("across clock changes it is the same time on the clock", () => {
  // Forward on 29 March 2026, back on 25 October.
  expect(at([7 * HOUR], "2026-03-28T12:00:00Z")).toBe("2026-03-29T05:00:00.000Z");
  expect(at([7 * HOUR], "2026-10-24T12:00:00Z")).toBe("2026-10-25T06:00:00.000Z");
  expect(at([2.5 * HOUR], "2026-03-28T12:00:00Z")).toBe("2026-03-29T01:30:00.000Z");
});

test("always ahead, by two days at most, at one of the times", () => {
  const times = fc.uniqueArray(fc.integer({ min: 3 * HOUR, max: 86_399 }), { minLength: 1, maxLength: 12 });
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(times, moments, (unsorted, now) => {
      const sendAtSeconds = [...unsorted].sort((a, b) => a - b);
      const next = nextManifestAt({ emails: [], sendAtSeconds }, now, ZONE);
      expect(next.getTime()).toBeGreaterThan(now.getTime());
      expect(next.getTime() - now.getTime()).toBeLessThanOrEqual(25 * HOUR * 1000);
      expect(sendAtSeconds).toContain(wallSecondsAt(next, ZONE));
    }),
  );
});
