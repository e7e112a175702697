"use client";
import clsx from "clsx";
import { useMemo } from "react";
import { sayFault } from "@/components/lib/say-fault";
import { useWords } from "@/components/lib/words/words-context";
import { VirtualList } from "@/components/ui/virtual-list";
import { type IssueKind, type ListedFault, listFaults, type ReviewCell } from "./next-fault";
import type { ImportRow } from "./use-review-rows";

export type FaultListProps = {
  rows: readonly ImportRow[];
  kind: IssueKind;
  active: ReviewCell | undefined;
  onGo: (cell: ReviewCell) => void;
  className?: string;
};

const keyOf = (fault: ListedFault & { at: number }) => `${fault.rowNumber}/${fault.cell.column}/${fault.at}`;

/** Everything that is wrong, line by line; each leads to its cell. */
export function FaultList({ rows, kind, active, onGo, className }: FaultListProps) {
  const t = useWords("orderIntake");
  const words = useWords("faults");
  const faults = useMemo(() => listFaults(rows, kind).map((fault, at) => ({ ...fault, at })), [rows, kind]);
  const current = faults.find(({ cell }) => cell.row === active?.row && cell.column === active.column);
  return (
    <VirtualList
      label={t(kind === "errors" ? "faults" : "warnings")}
      items={faults}
      itemKey={keyOf}
      estimateHeight={62}
      scrollToKey={current && keyOf(current)}
      className={className}
      empty={<p className="p-4 text-ink-muted">{t(kind === "errors" ? "noFaults" : "noWarnings")}</p>}
      renderItem={(fault) => (
        <button
          type="button"
          aria-current={fault === current || undefined}
          onClick={() => onGo(fault.cell)}
          className={clsx(
            "flex w-full flex-col border-line border-b px-3 py-2 text-left outline-offset-[-2px]",
            fault === current ? "bg-selected" : "hover:bg-hover",
          )}
        >
          <span className="flex gap-2 font-medium text-sm">
            <span className="tabular-nums">{t("line", { number: String(fault.rowNumber) })}</span>
            <span className="min-w-0 truncate text-ink-muted">{fault.column || t("wholeLine")}</span>
          </span>
          <span className="text-pretty">{sayFault(words, fault)}</span>
        </button>
      )}
    />
  );
}
