// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows absolutely, which table elements cannot.
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, which names the active cell by aria-activedescendant.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys.
"use client";
import clsx from "clsx";
import { CircleAlert, CircleCheck, CircleSlash, PackageCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { sayFault } from "@/components/lib/say-fault";
import { useWords } from "@/components/lib/words/words-context";
import { Spinner } from "@/components/ui/spinner";
import { columnOfIssue, issuesOf, WHOLE_ROW } from "./next-fault";
import { ReviewCellView } from "./review-cell";
import type { ReviewColumn } from "./review-grid";
import type { ImportRow } from "./use-review-rows";

export type ReviewRowViewProps = {
  gridId: string;
  row: ImportRow;
  /** In the list, from 0. */
  place: number;
  top: number;
  height: number;
  lineWidth: number;
  cells: readonly { column: ReviewColumn; at: number; left: number; width: number }[];
  activeColumn: number | undefined;
  isSaving: boolean;
  onPress: (column: number) => void;
  onOpen: (column: number) => void;
  editor: ReactNode;
};

function StateIcon({ row, isSaving }: { row: ImportRow; isSaving: boolean }) {
  const t = useWords("orderIntake");
  if (isSaving) return <Spinner label={t("rowState.checking")} />;
  const [Icon, tone, label] =
    row.status === "invalid"
      ? ([CircleAlert, "text-alert", t("rowState.faulty")] as const)
      : row.status === "imported"
        ? ([PackageCheck, "text-ok", t("rowState.imported")] as const)
        : row.status === "skipped"
          ? ([CircleSlash, "text-ink-muted", t("rowState.skipped")] as const)
          : row.warnings.length > 0
            ? ([TriangleAlert, "text-warn", t("rowState.warned")] as const)
            : ([CircleCheck, "text-ok", t("rowState.ready")] as const);
  return (
    <span className={clsx("flex", tone)} title={label}>
      <Icon aria-hidden="true" className="size-3.5" />
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** One line of the file with what became of it. */
export function ReviewRowView(props: ReviewRowViewProps) {
  const { gridId, row, place, top, height, lineWidth, cells, activeColumn, isSaving, onPress, onOpen, editor } = props;
  const words = useWords("faults");
  const messages = (kind: "errors" | "warnings", column: number) =>
    issuesOf(row, kind)
      .filter((issue) => columnOfIssue(issue) === column)
      .map((issue) => sayFault(words, issue));
  const whole = [...messages("errors", WHOLE_ROW), ...messages("warnings", WHOLE_ROW)];
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      data-line={row.rowNumber}
      className="group absolute inset-x-0 top-0 border-line border-b"
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        id={`${gridId}-${place}-${WHOLE_ROW}`}
        aria-colindex={1}
        title={whole.join("\n") || undefined}
        onClick={() => onPress(WHOLE_ROW)}
        style={{ width: lineWidth }}
        className={clsx(
          "sticky left-0 z-10 flex h-full items-center gap-1.5 border-line border-r px-2 text-sm tabular-nums",
          messages("errors", WHOLE_ROW).length > 0 ? "bg-alert-soft text-alert" : "bg-canvas text-ink-muted",
          activeColumn === WHOLE_ROW && "outline-2 outline-focus outline-offset-[-2px]",
        )}
      >
        <StateIcon row={row} isSaving={isSaving} />
        {row.rowNumber}
      </div>
      {cells.map(({ column, at, left, width }) => (
        <ReviewCellView
          key={column.index}
          id={`${gridId}-${place}-${column.index}`}
          colIndex={at + 2}
          text={row.cells[column.index] ?? ""}
          errors={messages("errors", column.index)}
          warnings={messages("warnings", column.index)}
          isActive={activeColumn === column.index}
          isMuted={row.status === "skipped"}
          onPress={() => onPress(column.index)}
          onOpen={() => onOpen(column.index)}
          left={left}
          width={width}
          editor={activeColumn === column.index ? editor : null}
        />
      ))}
    </div>
  );
}
