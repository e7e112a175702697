import clsx from "clsx";
import { useWords } from "@/components/lib/words/words-context";
import { formatMinutes } from "../describe-rule-break";
import { TreeCell } from "../route-list/tree-row";
import type { ShownStop } from "./shown-stop";

/** When a stop really was, or is expected; under it what it is, and how that differs from the plan. */
export function LiveStopTimes({ shown, plannedSeconds }: { shown: ShownStop; plannedSeconds: number }) {
  const t = useWords("boardLive");
  const drift = shown.timeOf === "planned" ? 0 : (shown.run?.arrivedSeconds ?? shown.atSeconds) - plannedSeconds;
  return (
    <TreeCell className="flex shrink-0 flex-col items-end">
      <span className={clsx("font-medium leading-4.5 tabular-nums", shown.isLate && "text-alert")}>
        {shown.timeOf === "planned" ? "~" : ""}
        {t.format.time(shown.atSeconds)}
      </span>
      <span className="flex h-4.5 items-center gap-1 text-ink-muted text-xs tabular-nums">
        <span className={clsx(shown.isLate && "font-medium text-alert")}>{t(`stop.${shown.status}`)}</span>
        {Math.abs(drift) >= 60 ? `${drift > 0 ? "+" : "−"}${formatMinutes(t.format, Math.abs(drift))}` : null}
      </span>
    </TreeCell>
  );
}
