import { expect, it } from "vitest";
import { periodDays } from "./rating-filter";

it("ends a period with the project's own day, and counts that day in", () => {
  const now = new Date("2026-03-01T23:30:00Z");
  expect(periodDays("7", "Europe/Madrid", now)).toEqual({ fromDate: "2026-02-24", toDate: "2026-03-02" });
  expect(periodDays("7", "America/Lima", now)).toEqual({ fromDate: "2026-02-23", toDate: "2026-03-01" });
});
