import { expect, test } from "vitest";
import { listTimeZones, zoneOffset } from "./time-zones";

test("a zone's offset follows its summer", () => {
  expect(zoneOffset("Europe/Copenhagen", new Date("2026-01-15T12:00:00Z"))).toBe("UTC+01:00");
  expect(zoneOffset("Europe/Copenhagen", new Date("2026-07-15T12:00:00Z"))).toBe("UTC+02:00");
  expect(zoneOffset("UTC", new Date("2026-07-15T12:00:00Z"))).toBe("UTC+00:00");
  expect(zoneOffset("Nowhere/Land", new Date("2026-07-15T12:00:00Z"))).toBe("");
});

test("UTC can be chosen", () => {
  expect(listTimeZones()).toContain("UTC");
});
