"use client";
import clsx from "clsx";
import { Camera, Flag } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { VirtualList } from "@/components/ui/virtual-list";
import { lineKey, type ReviewLine } from "./review-filter";
import { StateBadge } from "./state-badge";

export type ReviewListProps = {
  lines: readonly ReviewLine[];
  currentKey: string | null;
  selected: ReadonlySet<string>;
  onOpen: (key: string) => void;
  onToggle: (key: string) => void;
};

/** The queue: two lines a visit, what stands out in colour. */
export function ReviewList({ lines, currentKey, selected, onOpen, onToggle }: ReviewListProps) {
  const t = useWords("proofReview");
  return (
    <VirtualList
      label={t("list")}
      items={lines}
      itemKey={lineKey}
      estimateHeight={61}
      scrollToKey={currentKey}
      renderItem={(line) => {
        const key = lineKey(line);
        return (
          <ReviewRow
            line={line}
            isCurrent={key === currentKey}
            isSelected={selected.has(key)}
            onOpen={() => onOpen(key)}
            onToggle={() => onToggle(key)}
          />
        );
      }}
    />
  );
}

type ReviewRowProps = {
  line: ReviewLine;
  isCurrent: boolean;
  isSelected: boolean;
  onOpen: () => void;
  onToggle: () => void;
};

function ReviewRow({ line, isCurrent, isSelected, onOpen, onToggle }: ReviewRowProps) {
  const t = useWords("proofReview");
  const name = line.contactName || line.externalId || line.street;
  return (
    <div
      className={clsx("flex items-start gap-1 border-line border-b pl-3", isCurrent ? "bg-selected" : "hover:bg-hover")}
    >
      <Checkbox
        label={t("selectRow", { name })}
        hideLabel
        checked={isSelected}
        onCheckedChange={onToggle}
        className="mt-2.5"
      />
      <button
        type="button"
        aria-current={isCurrent || undefined}
        onClick={(event) => {
          // After a press by pointer, the keys are for the queue, not for pressing the line again.
          if (event.detail > 0) event.currentTarget.blur();
          onOpen();
        }}
        className="flex min-w-0 flex-1 flex-col gap-1 py-2 pr-4 pl-1 text-left outline-offset-[-2px]"
      >
        <span className="flex h-5 w-full items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
          {line.state === "pending" ? null : <StateBadge state={line.state} />}
          <time className="text-ink-muted text-sm tabular-nums">
            {t.format.clock(line.completedAtMs, line.timeZone)}
          </time>
        </span>
        <span className="flex h-5 w-full items-center gap-2 text-ink-muted text-sm">
          <span className="min-w-0 flex-1 truncate">
            {line.driverName}, {t(`outcome.${line.outcome}`)}
          </span>
          {line.flags.length > 0 ? (
            <Badge tone="warn" icon={<Flag aria-hidden="true" />}>
              {line.flags.length > 1
                ? `${t(`flag.${line.flags[0]!}`)} +${line.flags.length - 1}`
                : t(`flag.${line.flags[0]!}`)}
            </Badge>
          ) : null}
          <span className="inline-flex items-center gap-1 tabular-nums [&>svg]:size-3.5">
            <Camera aria-hidden="true" />
            <span aria-hidden="true">{line.pictures}</span>
            <span className="sr-only">{t("pictures", { count: line.pictures })}</span>
          </span>
        </span>
      </button>
    </div>
  );
}
