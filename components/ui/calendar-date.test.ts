import { expect, it } from "vitest";
import { addDays } from "@/components/ui/calendar-date";

it("crosses months, leap days and clock changes by one day at a time", () => {
  expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-03-29", 1)).toBe("2026-03-30");
  expect(addDays("2026-10-25", -1)).toBe("2026-10-24");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
});
