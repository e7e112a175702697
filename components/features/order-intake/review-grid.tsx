// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows absolutely, which table elements cannot.
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names the active cell by aria-activedescendant.
"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import clsx from "clsx";
import { type RefObject, useEffect, useId, useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { WHOLE_ROW } from "./next-fault";
import { CellEditor } from "./review-cell";
import { ReviewRowView } from "./review-row";
import type { ReviewCursor } from "./use-review-cursor";
import type { ImportRow } from "./use-review-rows";

export type ReviewColumn = { readonly index: number; readonly heading: string; readonly field: string | null };

export type ReviewGridProps = {
  gridRef: RefObject<HTMLDivElement | null>;
  rows: readonly ImportRow[];
  columns: readonly ReviewColumn[];
  cursor: ReviewCursor;
  savingRow: number | undefined;
  onCommit: (row: ImportRow, column: number, text: string) => void;
  onNearEnd: () => void;
};

const ROW_HEIGHT = 32;
const HEADER_HEIGHT = 44;
const LINE_WIDTH = 76;
const COLUMN_WIDTH = 156;
const FETCH_AHEAD_PIXELS = 3000;

/** The windows onto rows and columns, following the active cell. */
function useGridWindows({ gridRef, rows, columns, cursor }: ReviewGridProps) {
  const getScrollElement = () => gridRef.current;
  const vertical = useVirtualizer({
    count: rows.length,
    getScrollElement,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    scrollPaddingStart: HEADER_HEIGHT,
  });
  const horizontal = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement,
    estimateSize: () => COLUMN_WIDTH,
    paddingStart: LINE_WIDTH,
    scrollPaddingStart: LINE_WIDTH,
    overscan: 3,
  });
  const { active } = cursor;
  const activeRow = active?.row;
  const activeColumn = active ? columns.findIndex(({ index }) => index === active.column) : -1;
  const scrollers = useRef({ vertical, horizontal });
  useEffect(() => {
    if (activeRow !== undefined) scrollers.current.vertical.scrollToIndex(activeRow);
    if (activeColumn >= 0) scrollers.current.horizontal.scrollToIndex(activeColumn);
  }, [activeRow, activeColumn]);
  const cells = horizontal.getVirtualItems().map(({ index, start, size }) => ({
    column: columns[index]!,
    at: index,
    left: start,
    width: size,
  }));
  return { vertical, cells, width: horizontal.getTotalSize() };
}

type GridWindows = ReturnType<typeof useGridWindows>;

function GridHeader({ cells, width }: Pick<GridWindows, "cells" | "width">) {
  const t = useWords("orderIntake");
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-20 border-line border-b bg-canvas"
      style={{ height: HEADER_HEIGHT, width }}
    >
      <div
        role="columnheader"
        aria-colindex={1}
        className="sticky left-0 z-10 flex h-full items-center border-line border-r bg-canvas px-2 font-medium text-ink-muted text-sm"
        style={{ width: LINE_WIDTH }}
      >
        {t("lineHeading")}
      </div>
      {cells.map(({ column, at, left, width: columnWidth }) => (
        <div
          key={column.index}
          role="columnheader"
          aria-colindex={at + 2}
          className="absolute inset-y-0 flex min-w-0 flex-col justify-center border-line border-r px-2"
          style={{ left, width: columnWidth }}
        >
          <span className="truncate font-medium text-sm">{column.heading}</span>
          <span className="truncate text-ink-muted text-xs">{column.field ?? t("unused")}</span>
        </div>
      ))}
    </div>
  );
}

/** The cell being written in, if any. */
function ActiveEditor({ gridRef, rows, columns, cursor, onCommit }: ReviewGridProps) {
  const t = useWords("orderIntake");
  const { active, editing } = cursor;
  const row = active && rows[active.row];
  if (!row || editing === undefined) return null;
  const heading = columns.find(({ index }) => index === active.column)?.heading ?? t("cell");
  function close(then: "stay" | "next" | "previous") {
    cursor.stopEditing();
    if (then !== "stay") cursor.step(then === "previous");
    gridRef.current?.focus({ preventScroll: true });
  }
  return (
    <CellEditor
      label={t("lineOf", { number: String(row.rowNumber), heading })}
      text={editing}
      onCommit={(text, then) => {
        if (text !== (row.cells[active.column] ?? "")) onCommit(row, active.column, text);
        close(then);
      }}
      onCancel={() => close("stay")}
    />
  );
}

/** The file as a grid of which only the cells in view exist: rows and columns are both windows. */
export function ReviewGrid(props: ReviewGridProps) {
  const t = useWords("orderIntake");
  const { gridRef, rows, columns, cursor, savingRow, onNearEnd } = props;
  const gridId = useId();
  const { active } = cursor;
  const { vertical, cells, width } = useGridWindows(props);
  const row = active && rows[active.row];
  const text = (row && active.column !== WHOLE_ROW && row.cells[active.column]) || "";
  return (
    <div
      ref={gridRef}
      role="grid"
      aria-label={t("rowsOfFile")}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={active ? `${gridId}-${active.row}-${active.column}` : undefined}
      tabIndex={0}
      onKeyDown={(event) => cursor.onKeyDown(event, text)}
      // A press by pointer goes to its own cell; only a key needs a first one.
      onFocus={({ currentTarget }) => !active && currentTarget.matches(":focus-visible") && cursor.step(false)}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        if (scrollHeight - scrollTop - clientHeight < FETCH_AHEAD_PIXELS) onNearEnd();
      }}
      className={clsx(
        "scroll-quiet relative min-h-0 flex-1 bg-surface outline-offset-[-2px]",
        active && "outline-none",
      )}
    >
      <GridHeader cells={cells} width={width} />
      <div role="rowgroup" className="relative" style={{ height: vertical.getTotalSize(), width }}>
        {vertical.getVirtualItems().map(({ index, start }) => (
          <ReviewRowView
            key={rows[index]!.rowNumber}
            gridId={gridId}
            row={rows[index]!}
            place={index}
            top={start}
            height={ROW_HEIGHT}
            lineWidth={LINE_WIDTH}
            cells={cells}
            activeColumn={active?.row === index ? active.column : undefined}
            isSaving={rows[index]!.rowNumber === savingRow}
            onPress={(column) => cursor.go({ row: index, column })}
            onOpen={(column) => cursor.edit(rows[index]!.cells[column] ?? "")}
            editor={active?.row === index ? <ActiveEditor {...props} /> : null}
          />
        ))}
      </div>
    </div>
  );
}
