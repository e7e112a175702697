// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows absolutely, which table elements cannot.
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names the active row by aria-activedescendant.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys.
"use client";
import clsx from "clsx";
import { type MouseEvent, memo, type ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import type { GridColumn } from "@/components/ui/data-grid-column";
import { Skeleton } from "@/components/ui/skeleton";

export type DataGridRowProps<Row> = {
  row: Row;
  rowId: string;
  elementId: string;
  index: number;
  top: number;
  height: number;
  columns: readonly GridColumn<Row>[];
  template: string;
  selectable: boolean;
  selected: boolean;
  active: boolean;
  label?: string;
  className?: string;
  onPress: (index: number, event: MouseEvent) => void;
  onCheck: (index: number, event: MouseEvent) => void;
  onOpen?: (index: number) => void;
};

function GridCell({ column, index, children }: { column: GridColumn<never>; index: number; children: ReactNode }) {
  return (
    <div
      role="gridcell"
      aria-colindex={index}
      className={clsx("flex min-w-0 items-center px-2", column.align === "end" && "justify-end tabular-nums")}
    >
      <span className="min-w-0 truncate">{children}</span>
    </div>
  );
}

function DataGridRowPlain<Row>(props: DataGridRowProps<Row>) {
  const t = useWords("ui");
  const { row, rowId, elementId, index, top, height, columns, template, selectable, selected, active, label } = props;
  return (
    <div
      role="row"
      id={elementId}
      data-row-id={rowId}
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      onClick={(event) => props.onPress(index, event)}
      onDoubleClick={() => props.onOpen?.(index)}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${top}px)` }}
      className={clsx(
        "absolute inset-x-0 top-0 grid cursor-default border-line border-b",
        selected ? "bg-selected" : "hover:bg-hover",
        active && "group-focus-visible/grid:shadow-[inset_0_0_0_2px_var(--focus)]",
        props.className,
      )}
    >
      {selectable ? (
        <div
          role="gridcell"
          aria-colindex={1}
          className="flex items-center justify-center"
          onClickCapture={(event) => {
            // Caught before the checkbox acts, because only here is Shift known.
            event.preventDefault();
            event.stopPropagation();
            props.onCheck(index, event);
          }}
        >
          <Checkbox
            label={label ? t("selectRow", { row: label }) : t("selectRowNumber", { number: String(index + 1) })}
            hideLabel
            checked={selected}
            tabIndex={-1}
          />
        </div>
      ) : null}
      {columns.map((column, at) => (
        <GridCell key={column.id} column={column as unknown as GridColumn<never>} index={at + (selectable ? 2 : 1)}>
          {column.cell(row)}
        </GridCell>
      ))}
    </div>
  );
}

/** Memoised: scrolling mounts rows at the edges and must not render those in the middle again. */
export const DataGridRow = memo(DataGridRowPlain) as typeof DataGridRowPlain;

export type SkeletonRowsProps<Row> = {
  columns: readonly GridColumn<Row>[];
  template: string;
  selectable: boolean;
  height: number;
  count?: number;
};

export function SkeletonRows<Row>({ columns, template, selectable, height, count = 14 }: SkeletonRowsProps<Row>) {
  return Array.from({ length: count }, (_, row) => (
    <div
      // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity.
      key={row}
      aria-hidden="true"
      style={{ gridTemplateColumns: template, height }}
      className="grid items-center border-line border-b"
    >
      {selectable ? <Skeleton className="mx-auto size-4" /> : null}
      {columns.map((column, at) => (
        <div key={column.id} className={clsx("flex px-2", column.align === "end" && "justify-end")}>
          <Skeleton className={clsx("h-3", ["w-3/5", "w-4/5", "w-2/5"][(row + at) % 3])} />
        </div>
      ))}
    </div>
  ));
}
