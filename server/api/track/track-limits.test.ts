import { describe, expect, test } from "vitest";
import { FakeClock } from "@/server/testing/fake-clock";
import { callerOf, TRACK_LIMITS, TrackLimits } from "./track-limits";

const ADDRESS = "203.0.113.7";

function limited() {
  const clock = new FakeClock("2026-06-10T08:00:00Z");
  return { clock, limits: new TrackLimits(() => clock.now()) };
}

describe("who may ask how often", () => {
  test("sixty times a minute from an address, thirty times of one link", () => {
    const { limits } = limited();
    const asked = Array.from({ length: 100 }, () => limits.mayAsk(ADDRESS));
    expect(asked.filter(Boolean)).toHaveLength(TRACK_LIMITS.perCaller);
    expect(limits.mayAsk("203.0.113.8")).toBe(true);
    const opened = Array.from({ length: 100 }, () => limits.mayOpen("link"));
    expect(opened.filter(Boolean)).toHaveLength(TRACK_LIMITS.perLink);
  });

  test("nobody who has missed ten times, until a minute has passed", () => {
    const { clock, limits } = limited();
    for (let miss = 0; miss < TRACK_LIMITS.missesPerCaller; miss++) {
      expect(limits.mayAsk(ADDRESS)).toBe(true);
      limits.noteMiss(ADDRESS);
    }
    expect(limits.mayAsk(ADDRESS)).toBe(false);
    expect(limits.mayAsk("203.0.113.8")).toBe(true);
    clock.advanceSeconds(60);
    expect(limits.mayAsk(ADDRESS)).toBe(false);
    clock.advanceSeconds(60);
    expect(limits.mayAsk(ADDRESS)).toBe(true);
  });

  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8::1", "2001:db8:0:0"],
    ["2001:db8:1:2::", "2001:db8:1:2"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["unknown", "unknown"],
  ])("%s is counted as %s", (address, caller) => {
    expect(callerOf(address)).toBe(caller);
  });
});
