"use client";
import clsx from "clsx";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { FaultList } from "./fault-list";
import { type IssueKind, listFaults, type ReviewCell } from "./next-fault";
import type { ImportRow } from "./use-review-rows";

export type ReviewSideProps = {
  rows: readonly ImportRow[];
  /** The row of the active cell. */
  row: ImportRow | undefined;
  kind: IssueKind;
  isPhone: boolean;
  mayEdit: boolean;
  active: ReviewCell | undefined;
  onGo: (cell: ReviewCell) => void;
  onSkip: () => void;
  /** Absent at the last fault. */
  onNext: (() => void) | undefined;
  onNearEnd: () => void;
};

const FETCH_AHEAD_PIXELS = 2400;

/** The list of what is wrong, and what can be done with the line looked at. */
export function ReviewSide(props: ReviewSideProps) {
  const t = useWords("orderIntake");
  const { rows, row, kind, isPhone, mayEdit, active, onGo, onSkip, onNext, onNearEnd } = props;
  const count = listFaults(rows, kind).length;
  return (
    <aside
      aria-label={t(kind === "errors" ? "whatFaulty" : "whatOdd")}
      className={clsx(
        "flex min-h-0 flex-col bg-surface",
        isPhone ? "flex-1" : "w-76 shrink-0 border-line border-l xl:w-84",
      )}
    >
      {isPhone ? null : (
        <header className="flex h-11 shrink-0 items-center gap-2 border-line border-b px-3">
          <p className="min-w-0 flex-1 truncate font-medium text-sm">
            {row ? t("line", { number: String(row.rowNumber) }) : t("shown", { count })}
          </p>
          {row && mayEdit && row.status !== "imported" ? (
            <Button size="sm" onClick={onSkip}>
              {t(row.status === "skipped" ? "takeBackIn" : "leaveThisOut")}
            </Button>
          ) : null}
          <Button size="sm" disabled={!onNext} onClick={onNext}>
            {t("next")}
          </Button>
        </header>
      )}
      <div
        className="flex min-h-0 flex-1 flex-col"
        onScrollCapture={({ target }) => {
          const { scrollHeight, scrollTop, clientHeight } = target as HTMLElement;
          if (scrollHeight - scrollTop - clientHeight < FETCH_AHEAD_PIXELS) onNearEnd();
        }}
      >
        <FaultList rows={rows} kind={kind} active={active} onGo={onGo} />
      </div>
      {isPhone ? null : (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-t px-3 py-2 text-ink-muted text-sm">
          <span className="inline-flex items-center gap-1">
            <KeyboardHint keys="Enter" /> {t("keyEdit")}
          </span>
          <span className="inline-flex items-center gap-1">
            <KeyboardHint keys="Tab" /> {t("keyNext")}
          </span>
          <span className="inline-flex items-center gap-1">
            <KeyboardHint keys="Escape" /> {t("keyLeave")}
          </span>
        </p>
      )}
    </aside>
  );
}
