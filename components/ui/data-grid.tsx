// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows absolutely, which table elements cannot.
"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import clsx from "clsx";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { columnTracks, type GridColumn, type SortState } from "@/components/ui/data-grid-column";
import { DataGridHeader } from "@/components/ui/data-grid-header";
import { DataGridRow, SkeletonRows } from "@/components/ui/data-grid-row";
import {
  extendSelection,
  type Selection,
  selectionSpan,
  toggleAll,
  toggleSelection,
} from "@/components/ui/grid-selection";

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
  loading?: boolean;
  /** Shown when there are no rows. */
  empty?: ReactNode;
  className?: string;
};

const headerHeight = 32;
const noSelection: Selection = new Set();

/** An interactive thing inside a cell keeps its own clicks and keys. */
const inner = "button, a, input, select, textarea, [role=checkbox], [role=combobox]";

export function DataGrid<Row>({
  label,
  rows,
  rowId,
  columns,
  rowLabel,
  rowClassName,
  rowHeight = 32,
  selection = noSelection,
  onSelectionChange,
  onRowOpen,
  sort,
  onSortChange,
  loading,
  empty,
  className,
}: DataGridProps<Row>) {
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeIndex, setActiveIndex] = useState(0);
  const anchorId = useRef<string | null>(null);
  const ids = useMemo(() => rows.map(rowId), [rows, rowId]);
  const selectable = Boolean(onSelectionChange);
  const { template, minWidth } = columnTracks(columns, selectable);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: headerHeight,
  });
  const active = Math.min(activeIndex, rows.length - 1);

  // Row handlers never change, or every row would render again with each selection.
  const latest = useRef({ ids, selection, rows, onSelectionChange, onRowOpen });
  useEffect(() => {
    latest.current = { ids, selection, rows, onSelectionChange, onRowOpen };
  });

  const check = useCallback((index: number, extend: boolean) => {
    const now = latest.current;
    const id = now.ids[index];
    if (id === undefined) return;
    setActiveIndex(index);
    now.onSelectionChange?.(
      extend ? extendSelection(now.selection, now.ids, anchorId.current, id) : toggleSelection(now.selection, id),
    );
    if (!extend) anchorId.current = id;
  }, []);

  const onCheck = useCallback((index: number, event: MouseEvent) => check(index, event.shiftKey), [check]);

  const onPress = useCallback(
    (index: number, event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest(inner)) return;
      if (event.shiftKey || event.ctrlKey || event.metaKey) return check(index, event.shiftKey);
      const now = latest.current;
      const id = now.ids[index]!;
      setActiveIndex(index);
      anchorId.current = id;
      now.onSelectionChange?.(new Set([id]));
    },
    [check],
  );

  const onOpen = useCallback((index: number) => {
    const row = latest.current.rows[index];
    if (row !== undefined) latest.current.onRowOpen?.(row);
  }, []);

  function moveTo(index: number, extend: boolean) {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    if (extend && onSelectionChange) {
      anchorId.current ??= ids[active] ?? null;
      onSelectionChange(extendSelection(selection, ids, anchorId.current, ids[next]!));
    }
    setActiveIndex(next);
    virtualizer.scrollToIndex(next);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (rows.length === 0 || event.target !== scroller.current || event.altKey) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headerHeight) / rowHeight) - 1);
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const target = moves[event.key];
    const mod = event.ctrlKey || event.metaKey;
    if (target !== undefined && !mod) moveTo(target, event.shiftKey);
    else if (event.key === " " && selectable) check(active, event.shiftKey);
    else if (event.key === "Enter" && onRowOpen) onOpen(active);
    else if (event.key.toLowerCase() === "a" && mod && selectable) onSelectionChange?.(new Set([...selection, ...ids]));
    else if (event.key === "Escape" && selection.size > 0) onSelectionChange?.(new Set());
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const showEmpty = !loading && rows.length === 0;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={loading ? -1 : rows.length + 1}
      aria-colcount={columns.length + (selectable ? 1 : 0)}
      aria-multiselectable={selectable || undefined}
      aria-busy={loading || undefined}
      aria-activedescendant={active >= 0 ? `${gridId}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={clsx("group/grid scroll-quiet relative min-h-0 flex-1 bg-surface outline-offset-[-2px]", className)}
    >
      <div style={{ minWidth }} role="presentation">
        <DataGridHeader
          columns={columns}
          template={template}
          sort={sort}
          onSortChange={onSortChange}
          span={selectable ? selectionSpan(selection, ids) : undefined}
          onToggleAll={() => onSelectionChange?.(toggleAll(selection, ids))}
        />
        {loading ? (
          <SkeletonRows columns={columns} template={template} selectable={selectable} height={rowHeight} />
        ) : (
          <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map((item) => {
              const row = rows[item.index]!;
              const id = ids[item.index]!;
              return (
                <DataGridRow
                  key={id}
                  row={row}
                  rowId={id}
                  elementId={`${gridId}-${item.index}`}
                  index={item.index}
                  top={item.start}
                  height={rowHeight}
                  columns={columns}
                  template={template}
                  selectable={selectable}
                  selected={selection.has(id)}
                  active={item.index === active}
                  label={rowLabel?.(row)}
                  className={rowClassName?.(row)}
                  onPress={onPress}
                  onCheck={onCheck}
                  onOpen={onOpen}
                />
              );
            })}
          </div>
        )}
      </div>
      {showEmpty && empty ? <div className="sticky left-0">{empty}</div> : null}
    </div>
  );
}
