import type { ReactNode } from "react";
import type { ColumnWidths } from "@/components/ui/use-column-widths";

export type SortState = { columnId: string; direction: "ascending" | "descending" };

export type GridColumn<Row> = {
  id: string;
  /** Shown in the header row and read by assistive technology. */
  header: ReactNode;
  /** Reads the header aloud without showing it, e.g. over a column of buttons. */
  hideHeader?: boolean;
  cell: (row: Row) => ReactNode;
  /** Pixels. A column that grows starts from this and shares what is left over. */
  width: number;
  grow?: boolean;
  align?: "start" | "end";
  sortable?: boolean;
};

export const selectionColumnWidth = 36;

/** The grid-template-columns that header and rows share, and the width below which the grid scrolls sideways. */
export function columnTracks<Row>(columns: readonly GridColumn<Row>[], selectable: boolean, set: ColumnWidths = {}) {
  const sized = columns.map((column) => ({
    width: set[column.id] ?? column.width,
    grow: column.grow && set[column.id] === undefined,
  }));
  const tracks = sized.map((column) => (column.grow ? `minmax(${column.width}px, 1fr)` : `${column.width}px`));
  const grows = sized.some((column) => column.grow);
  const minWidth = sized.reduce((sum, column) => sum + column.width, selectable ? selectionColumnWidth : 0);
  return {
    // Without a growing column an empty track takes the rest, so row lines still reach the edge.
    template: [selectable ? `${selectionColumnWidth}px` : "", ...tracks, grows ? "" : "1fr"].filter(Boolean).join(" "),
    minWidth,
  };
}

/** Ascending, then descending, then unsorted. */
export function nextSort(sort: SortState | null | undefined, columnId: string): SortState | null {
  if (sort?.columnId !== columnId) return { columnId, direction: "ascending" };
  return sort.direction === "ascending" ? { columnId, direction: "descending" } : null;
}
