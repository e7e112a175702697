// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows absolutely, which table elements cannot.
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names the active row by aria-activedescendant.
"use client";
import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Checkbox } from "@/components/ui/checkbox";
import { ColumnResizer } from "@/components/ui/column-resizer";
import { type GridColumn, nextSort, type SortState } from "@/components/ui/data-grid-column";
import type { SelectionSpan } from "@/components/ui/grid-selection";

export type DataGridHeaderProps<Row> = {
  columns: readonly GridColumn<Row>[];
  template: string;
  sort?: SortState | null;
  onSortChange?: (sort: SortState | null) => void;
  /** Absent when rows cannot be selected. */
  span?: SelectionSpan;
  onToggleAll: () => void;
  /** Given, columns can be made wider and narrower. */
  onResize?: (columnId: string, width: number | null) => void;
};

type HeaderCellProps<Row> = Pick<DataGridHeaderProps<Row>, "sort" | "onSortChange" | "onResize"> & {
  column: GridColumn<Row>;
  index: number;
};

function HeaderCell<Row>({ column, index, sort, onSortChange, onResize }: HeaderCellProps<Row>) {
  const direction = sort?.columnId === column.id ? sort.direction : undefined;
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      aria-colindex={index}
      aria-sort={column.sortable ? (direction ?? "none") : undefined}
      className={clsx("relative flex min-w-0 items-center px-2", column.align === "end" && "justify-end")}
    >
      {column.sortable && onSortChange ? (
        <button
          type="button"
          onClick={() => onSortChange(nextSort(sort, column.id))}
          className={clsx(
            "group -mx-1 flex h-6 min-w-0 items-center gap-1 rounded-sm px-1 hover:bg-hover hover:text-ink",
            direction && "text-ink",
            column.align === "end" && "flex-row-reverse",
          )}
        >
          <span className="truncate">{column.header}</span>
          <Arrow
            aria-hidden="true"
            className={clsx("size-3 shrink-0", !direction && "opacity-0 group-hover:opacity-60")}
          />
        </button>
      ) : (
        <span className={column.hideHeader ? "sr-only" : "truncate"}>{column.header}</span>
      )}
      {onResize && !column.hideHeader ? (
        <ColumnResizer
          label={typeof column.header === "string" ? column.header : column.id}
          onResize={(width) => onResize(column.id, width)}
        />
      ) : null}
    </div>
  );
}

export function DataGridHeader<Row>(props: DataGridHeaderProps<Row>) {
  const t = useWords("ui");
  const { columns, template, sort, onSortChange, onResize, span, onToggleAll } = props;
  return (
    <div
      role="row"
      aria-rowindex={1}
      style={{ gridTemplateColumns: template }}
      className="sticky top-0 z-10 grid h-8 border-line border-b bg-canvas font-medium text-ink-muted text-sm"
    >
      {span ? (
        <div role="columnheader" aria-colindex={1} className="flex items-center justify-center">
          <Checkbox
            label={t("selectAllRows")}
            hideLabel
            checked={span === "all"}
            indeterminate={span === "some"}
            onCheckedChange={onToggleAll}
          />
        </div>
      ) : null}
      {columns.map((column, at) => (
        <HeaderCell
          key={column.id}
          column={column}
          index={at + (span ? 2 : 1)}
          sort={sort}
          onSortChange={onSortChange}
          onResize={onResize}
        />
      ))}
    </div>
  );
}
