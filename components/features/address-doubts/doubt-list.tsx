"use client";
import clsx from "clsx";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { VirtualList } from "@/components/ui/virtual-list";
import { confidenceWords } from "./confidence-words";
import type { DoubtfulAddress } from "./use-doubts";

export type DoubtListProps = {
  rows: readonly DoubtfulAddress[];
  currentId: string | undefined;
  onChoose: (locationId: string) => void;
  onNearEnd: () => void;
};

/** The queue: one line per address. */
export function DoubtList({ rows, currentId, onChoose, onNearEnd }: DoubtListProps) {
  const common = useWords("common");
  const t = useWords("addressDoubts");
  return (
    <div
      className="flex min-h-0 flex-1 flex-col"
      onScrollCapture={(event) => {
        const { scrollHeight, scrollTop, clientHeight } = event.target as HTMLElement;
        if (scrollHeight - scrollTop - clientHeight < 1200) onNearEnd();
      }}
    >
      <VirtualList
        label={t("title")}
        items={rows}
        itemKey={(row) => row.locationId}
        estimateHeight={60}
        scrollToKey={currentId}
        renderItem={(row) => {
          const isCurrent = row.locationId === currentId;
          return (
            <button
              type="button"
              aria-current={isCurrent || undefined}
              onClick={(event) => {
                // After a press by pointer, Enter is for accepting, not for pressing the line again.
                if (event.detail > 0) event.currentTarget.blur();
                onChoose(row.locationId);
              }}
              className={clsx(
                "flex w-full flex-col gap-0.5 border-line border-b px-4 py-2 text-left outline-offset-[-2px]",
                isCurrent ? "bg-selected" : "hover:bg-hover",
              )}
            >
              <span className="flex w-full items-center gap-2">
                <span className="min-w-0 flex-1 truncate font-medium">{row.street}</span>
                <Badge tone="warn">{confidenceWords(t, row.confidence)}</Badge>
              </span>
              <span className="flex w-full gap-2 text-ink-muted">
                <span className="min-w-0 flex-1 truncate">{[row.postcode, row.city].filter(Boolean).join(" ")}</span>
                <span className="tabular-nums">{common("orders", { count: row.deliveryCount })}</span>
              </span>
            </button>
          );
        }}
      />
    </div>
  );
}
