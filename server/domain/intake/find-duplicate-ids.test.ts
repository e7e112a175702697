import { describe, expect, it } from "vitest";
import { findDuplicateIds } from "./find-duplicate-ids";

describe("repeated order numbers", () => {
  it("blame the later row and name the first", () => {
    const rows = ["A", "B", " A ", "", "a", "A"].map((id, index) => ({ rowNumber: index + 2, cells: [id] }));
    const issues = findDuplicateIds(rows, ["order"], { fields: { external_id: 0 }, custom: {} });
    expect([...issues.keys()]).toEqual([4, 7]);
    expect(issues.get(7)).toMatchObject({
      column: "order",
      code: "duplicate_id",
      value: "A",
      message: expect.stringContaining("line 2"),
    });
    expect(findDuplicateIds(rows, ["order"], { fields: {}, custom: {} }).size).toBe(0);
  });
});
