import { expect, test } from "vitest";
import { EVERYTHING, exportAddress, wantedOf } from "./activity-view";

const now = new Date("2026-11-22T23:30:00Z");

test("days are counted by the zone's calendar, today included", () => {
  expect(wantedOf({ ...EVERYTHING, days: "1" }, "Europe/Madrid", now)).toEqual({
    from: new Date("2026-11-22T23:00:00Z"),
  });
  expect(wantedOf({ ...EVERYTHING, days: "7" }, "America/Lima", now)).toEqual({
    from: new Date("2026-11-16T05:00:00Z"),
  });
  expect(wantedOf(EVERYTHING, "Europe/Madrid", now)).toEqual({});
});

test("what is exported is what is shown", () => {
  const view = { about: "delivery", by: "api", days: "1", reference: "a b&c" } as const;
  expect(exportAddress(wantedOf(view, "Europe/Madrid", now))).toBe(
    "/api/log/export?entity=delivery&actor=api&from=2026-11-22T23%3A00%3A00.000Z&reference=a+b%26c",
  );
  expect(exportAddress(wantedOf(EVERYTHING, "Europe/Madrid", now))).toBe("/api/log/export?");
});
