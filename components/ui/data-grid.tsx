// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows absolutely, which table elements cannot.
"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import clsx from "clsx";
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef } from "react";
import { columnTracks, type GridColumn, type SortState } from "@/components/ui/data-grid-column";
import { DataGridHeader } from "@/components/ui/data-grid-header";
import { DataGridRow, SkeletonRows } from "@/components/ui/data-grid-row";
import { gridKeyAction } from "@/components/ui/grid-keys";
import { type Selection, selectionSpan, toggleAll } from "@/components/ui/grid-selection";
import { useColumnWidths } from "@/components/ui/use-column-widths";
import { useGridRows } from "@/components/ui/use-grid-rows";

export type DataGridProps<Row> = {
  /** The accessible name. */
  label: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The same array from render to render (a constant, or useMemo), or every row renders again. */
  columns: readonly GridColumn<Row>[];
  /** Names a row for its checkbox; "row 7" without. */
  rowLabel?: (row: Row) => string;
  rowClassName?: (row: Row) => string | undefined;
  rowHeight?: number;
  selection?: Selection;
  /** Given, rows can be selected: checkbox, click, Ctrl-click, Shift-click, Space, Shift-arrows, Ctrl-A. */
  onSelectionChange?: (selection: Set<string>) => void;
  /** Enter or double click. */
  onRowOpen?: (row: Row) => void;
  sort?: SortState | null;
  /** The caller sorts: a click on a header only says which way. */
  onSortChange?: (sort: SortState | null) => void;
  /** Given, columns can be resized, and their widths are kept in this browser under this name. */
  widthsName?: string;
  loading?: boolean;
  /** Shown when there are no rows. */
  empty?: ReactNode;
  className?: string;
};

const headerHeight = 32;
const noSelection: Selection = new Set();

/** Wires the virtual window, the active row and the keys together. */
function useDataGrid<Row>({
  rows,
  rowId,
  columns,
  rowHeight = 32,
  selection = noSelection,
  onSelectionChange,
  onRowOpen,
  widthsName,
}: DataGridProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => rows.map(rowId), [rows, rowId]);
  const selectable = Boolean(onSelectionChange);
  const { widths, setWidth } = useColumnWidths(widthsName);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headerHeight,
  });
  const gridRows = useGridRows({
    ids,
    selection,
    onSelectionChange,
    onOpenIndex: (index) => rows[index] !== undefined && onRowOpen?.(rows[index]),
    scrollToIndex: (index) => virtualizer.scrollToIndex(index),
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== scroller.current) return;
    const viewHeight = (scroller.current?.clientHeight ?? 0) - headerHeight;
    const action = gridKeyAction(event, {
      active: gridRows.active,
      rowCount: rows.length,
      pageRows: Math.max(1, Math.floor(viewHeight / rowHeight) - 1),
      selectable,
      selectedCount: selection.size,
    });
    if (!action || (action.type === "open" && !onRowOpen)) return;
    event.preventDefault();
    event.stopPropagation();
    gridRows.act(action);
  }

  const tracks = columnTracks(columns, selectable, widths);
  return { ...gridRows, ...tracks, scroller, ids, selectable, selection, rowHeight, virtualizer, setWidth, onKeyDown };
}

type GridState<Row> = ReturnType<typeof useDataGrid<Row>>;

function GridRows<Row>({ grid, gridId, props }: { grid: GridState<Row>; gridId: string; props: DataGridProps<Row> }) {
  const { rows, columns, rowLabel, rowClassName } = props;
  return (
    <div role="rowgroup" className="relative" style={{ height: grid.virtualizer.getTotalSize() }}>
      {grid.virtualizer.getVirtualItems().map(({ index, start }) => {
        const row = rows[index]!;
        const id = grid.ids[index]!;
        return (
          <DataGridRow
            key={id}
            row={row}
            rowId={id}
            elementId={`${gridId}-${index}`}
            index={index}
            top={start}
            height={grid.rowHeight}
            columns={columns}
            template={grid.template}
            selectable={grid.selectable}
            selected={grid.selection.has(id)}
            active={index === grid.active}
            label={rowLabel?.(row)}
            className={rowClassName?.(row)}
            onPress={grid.onPress}
            onCheck={grid.onCheck}
            onOpen={grid.onOpen}
          />
        );
      })}
    </div>
  );
}

export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, rows, columns, onSelectionChange, sort, onSortChange, loading, empty, className } = props;
  const gridId = useId();
  const grid = useDataGrid(props);
  const { template, selectable, rowHeight } = grid;
  return (
    <div
      ref={grid.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={loading ? -1 : rows.length + 1}
      aria-colcount={columns.length + (selectable ? 1 : 0)}
      aria-multiselectable={selectable || undefined}
      aria-busy={loading || undefined}
      aria-activedescendant={grid.active >= 0 && !loading ? `${gridId}-${grid.active}` : undefined}
      tabIndex={0}
      onKeyDown={grid.onKeyDown}
      className={clsx("group/grid scroll-quiet relative min-h-0 flex-1 bg-surface outline-offset-[-2px]", className)}
    >
      <div style={{ minWidth: grid.minWidth }} role="presentation">
        <DataGridHeader
          columns={columns}
          template={template}
          sort={sort}
          onSortChange={onSortChange}
          span={selectable ? selectionSpan(grid.selection, grid.ids) : undefined}
          onToggleAll={() => onSelectionChange?.(toggleAll(grid.selection, grid.ids))}
          onResize={grid.setWidth}
        />
        {loading ? (
          <SkeletonRows columns={columns} template={template} selectable={selectable} height={rowHeight} />
        ) : (
          <GridRows grid={grid} gridId={gridId} props={props} />
        )}
      </div>
      {!loading && rows.length === 0 && empty ? <div className="sticky left-0">{empty}</div> : null}
    </div>
  );
}
