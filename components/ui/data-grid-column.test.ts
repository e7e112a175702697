import { describe, expect, it } from "vitest";
import { columnTracks, type GridColumn, nextSort } from "@/components/ui/data-grid-column";

const columns: GridColumn<null>[] = [
  { id: "ref", header: "Ref", width: 100, cell: () => null },
  { id: "address", header: "Address", width: 200, grow: true, cell: () => null },
];

describe("column tracks", () => {
  it("lets growing columns share the rest, from their own width up", () => {
    expect(columnTracks(columns, true)).toEqual({ template: "36px 100px minmax(200px, 1fr)", minWidth: 336 });
  });

  it("fills with an empty track when nothing grows, as after resizing the last that did", () => {
    expect(columnTracks(columns, false, { address: 260 })).toEqual({ template: "100px 260px 1fr", minWidth: 360 });
  });
});

it("sorts up, down, not at all, and starts upwards on another column", () => {
  const up = nextSort(null, "ref");
  expect(up).toEqual({ columnId: "ref", direction: "ascending" });
  const down = nextSort(up, "ref");
  expect(down).toEqual({ columnId: "ref", direction: "descending" });
  expect(nextSort(down, "ref")).toBeNull();
  expect(nextSort(down, "address")).toEqual({ columnId: "address", direction: "ascending" });
});
