import { Coffee } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import type { ScheduledBreak } from "@/server/domain/plan/route-schedule";
import { formatMinutes } from "../describe-rule-break";
import { TreeCell } from "./tree-row";

export interface BreakLineProps {
  readonly driverBreak: ScheduledBreak;
  /** Its times are guesses until the server has answered. */
  readonly isPending: boolean;
}

/** Between two stops: the driver takes a break, and when. */
export function BreakLine({ driverBreak: { startSeconds, endSeconds }, isPending }: BreakLineProps) {
  const t = useWords("boardRoutes");
  return (
    <TreeCell className="flex h-7 shrink-0 items-center gap-2 border-line border-b border-dashed bg-sunken pr-3 pl-2 text-ink-muted text-sm">
      <span className="flex w-9 shrink-0 justify-end">
        <Coffee className="size-3.5" aria-hidden="true" />
      </span>
      <span className="min-w-0 flex-1 truncate">
        {t("break", { duration: formatMinutes(t.format, endSeconds - startSeconds) })}
      </span>
      <span className="tabular-nums">
        {isPending ? "~" : ""}
        {t.format.timeRange(startSeconds, endSeconds)}
      </span>
    </TreeCell>
  );
}
