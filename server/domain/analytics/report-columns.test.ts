import { describe, expect, test } from "vitest";
import { BREAKDOWNS, FIGURE_GROUPS } from "./breakdown";
import { columnsOf } from "./report-columns";
import { reportRows } from "./report-csv";

describe("a report's columns", () => {
  test.each(FIGURE_GROUPS)("%s has some for everything it can be told apart by", (group) => {
    for (const by of BREAKDOWNS) {
      expect(columnsOf(group, by).length, by).toBeGreaterThan(2);
    }
  });

  test("no two are called the same in a file", () => {
    for (const group of FIGURE_GROUPS) {
      const [head] = reportRows("day", columnsOf(group, null), [], {});
      expect(new Set(head).size).toBe(head!.length);
    }
  });

  test("in a file shares are percent, seconds and metres whole, nothing is empty", () => {
    const columns = columnsOf("routes", "day").filter(({ id }) =>
      ["routes", "idleSeconds", "timeEfficiency", "drivenMeters"].includes(id),
    );
    const values = { routes: 2, idleSeconds: 90.4, timeEfficiency: 0.98765, drivenMeters: null };
    expect(reportRows("day", columns, [{ key: "2026-03-08", name: null, values }], {})).toEqual([
      ["day", "name", "routes", "idle_s", "time_efficiency_pct", "driven_m"],
      ["2026-03-08", "", "2", "90", "98.8", ""],
      ["total", "", "", "", "", ""],
    ]);
  });
});
