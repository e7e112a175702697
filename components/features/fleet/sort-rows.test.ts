import { expect, test } from "vitest";
import { sortRows } from "./sort-rows";

const rows = [{ label: "VAN-10" }, { label: "VAN-2" }, { label: "" }, { label: "bike-1" }];
const keys = { label: (row: { label: string }) => row.label };
const labels = (direction: "ascending" | "descending") =>
  sortRows(rows, { columnId: "label", direction }, keys).map(({ label }) => label);

test("numbers in labels count as numbers, and what is empty comes last both ways", () => {
  expect(labels("ascending")).toEqual(["bike-1", "VAN-2", "VAN-10", ""]);
  expect(labels("descending")).toEqual(["VAN-10", "VAN-2", "bike-1", ""]);
});

test("without a sort, or by a column that cannot be sorted, rows stay as they came", () => {
  expect(sortRows(rows, null, keys)).toBe(rows);
  expect(sortRows(rows, { columnId: "other", direction: "ascending" }, keys)).toBe(rows);
});
