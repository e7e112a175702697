import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localWindowSchema } from "./local-window";
import { instantsOfWindows, windowsOfInstants } from "./window-of-instants";

const at = (text: string) => new Date(text);

describe("a span between two instants on a project's clock", () => {
  test("a morning is one window of its day", () => {
    expect(windowsOfInstants(at("2026-03-02T08:00:00Z"), at("2026-03-02T10:30:00Z"), "Europe/Copenhagen")).toEqual([
      { date: "2026-03-02", fromSeconds: 9 * 3600, toSeconds: 11.5 * 3600 },
    ]);
  });

  test("a night is one window that ends after midnight, days are one each", () => {
    expect(windowsOfInstants(at("2026-03-02T22:00:00Z"), at("2026-03-03T02:00:00Z"), "UTC")).toEqual([
      { date: "2026-03-02", fromSeconds: 22 * 3600, toSeconds: 26 * 3600 },
    ]);
    expect(windowsOfInstants(at("2026-03-02T08:00:00Z"), at("2026-03-04T10:00:00Z"), "UTC")).toEqual([
      { date: "2026-03-02", fromSeconds: 8 * 3600, toSeconds: 86_400 },
      { date: "2026-03-03", fromSeconds: 0, toSeconds: 86_400 },
      { date: "2026-03-04", fromSeconds: 0, toSeconds: 10 * 3600 },
    ]);
    expect(windowsOfInstants(at("2026-03-02T08:00:00Z"), at("2026-03-14T10:00:00Z"), "UTC")).toBeUndefined();
  });

  test("whatever the zone, what goes in comes out", () => {
    const day = 86_400;
    const start = at("2026-05-01T00:00:00Z").getTime() / 1000;
    // Without a change of the clock in it: an hour that happens twice has one name only.
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 * day }),
        fc.integer({ min: 1, max: 8 * day }),
        fc.constantFrom("UTC", "Europe/Madrid", "America/Los_Angeles", "Asia/Kathmandu"),
        (offset, length, zone) => {
          const from = new Date((start + offset) * 1000);
          const to = new Date((start + offset + length) * 1000);
          const windows = windowsOfInstants(from, to, zone)!;
          for (const window of windows) expect(localWindowSchema.safeParse(window).success).toBe(true);
          expect(instantsOfWindows(windows, undefined, zone)).toEqual({ from, to });
        },
      ),
    );
  });

  test("undated windows hold on the day they are served", () => {
    const windows = [{ fromSeconds: 8 * 3600, toSeconds: 9 * 3600 }];
    expect(instantsOfWindows(windows, undefined, "UTC")).toBeUndefined();
    expect(instantsOfWindows(windows, "2026-03-02", "UTC")?.from).toEqual(at("2026-03-02T08:00:00Z"));
  });
});
