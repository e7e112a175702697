import { describe, expect, test } from "vitest";
import { spanOf } from "./report-period";

const NONE = { from: null, to: null };

describe("the days of a period", () => {
  test.each([
    ["7", "2026-03-02", { fromDate: "2026-02-24", toDate: "2026-03-02" }],
    ["this-month", "2026-03-02", { fromDate: "2026-03-01", toDate: "2026-03-02" }],
    ["last-month", "2026-03-31", { fromDate: "2026-02-01", toDate: "2026-02-28" }],
    ["last-month", "2024-01-05", { fromDate: "2023-12-01", toDate: "2023-12-31" }],
    ["own", "2026-03-28", { fromDate: "2026-03-01", toDate: "2026-03-28" }],
  ] as const)("%s on %s", (period, today, expected) => {
    expect(spanOf(period, today, NONE)).toEqual(expected);
  });

  test("own days are put in order and cut to a year", () => {
    const own = (from: string, to: string) => spanOf("own", "2026-03-01", { from, to });
    expect(own("2026-02-09", "2026-01-08")).toEqual({ fromDate: "2026-01-08", toDate: "2026-02-09" });
    expect(own("2020-01-01", "2026-01-01")).toEqual({ fromDate: "2025-01-01", toDate: "2026-01-01" });
    expect(own("2026-02-30", "2026-01-01").toDate).toBe("2026-03-01");
  });
});
