import { describe, expect, it } from "vitest";
import { extendSelection, selectionSpan, toggleAll, toggleSelection } from "@/components/ui/grid-selection";

const rows = ["a", "b", "c", "d", "e"];
const sorted = (selection: ReadonlySet<string>) => [...selection].sort();

describe("row selection", () => {
  it("toggles without touching the set it was given", () => {
    const before = new Set(["a"]);
    expect(sorted(toggleSelection(before, "b"))).toEqual(["a", "b"]);
    expect(sorted(toggleSelection(before, "a"))).toEqual([]);
    expect(sorted(before)).toEqual(["a"]);
  });

  it("extends downwards and upwards, ends included, keeping what was selected", () => {
    expect(sorted(extendSelection(new Set(["e"]), rows, "b", "d"))).toEqual(["b", "c", "d", "e"]);
    expect(sorted(extendSelection(new Set(), rows, "d", "b"))).toEqual(["b", "c", "d"]);
  });

  it("selects one row when there is no anchor, or a filter has hidden it", () => {
    expect(sorted(extendSelection(new Set(), rows, null, "c"))).toEqual(["c"]);
    expect(sorted(extendSelection(new Set(), rows, "gone", "c"))).toEqual(["c"]);
    expect(sorted(extendSelection(new Set(["a"]), rows, "b", "gone"))).toEqual(["a"]);
  });

  it("counts only rows that are shown", () => {
    expect(selectionSpan(new Set(["hidden"]), rows)).toBe("none");
    expect(selectionSpan(new Set(["a", "hidden"]), rows)).toBe("some");
    expect(selectionSpan(new Set(rows), rows)).toBe("all");
    expect(selectionSpan(new Set(["a"]), [])).toBe("none");
  });

  it("selects and drops all shown rows, leaving hidden ones alone", () => {
    expect(sorted(toggleAll(new Set(["hidden", "a"]), rows))).toEqual([...rows, "hidden"].sort());
    expect(sorted(toggleAll(new Set([...rows, "hidden"]), rows))).toEqual(["hidden"]);
  });
});
