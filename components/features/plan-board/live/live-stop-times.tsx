import clsx from "clsx";
import { useWords } from "@/components/lib/words/words-context";
import { formatMinutes } from "../describe-rule-break";
import { TreeCell } from "../route-list/tree-row";
import { StopExceptionMark } from "./exception-mark";
import type { ShownStop } from "./shown-stop";

export interface LiveStopTimesProps {
  readonly visitId: string;
  readonly shown: ShownStop;
  readonly plannedSeconds: number;
}

/** When a stop really was, or is expected; under it what it is, and how that differs from the plan. */
export function LiveStopTimes({ visitId, shown, plannedSeconds }: LiveStopTimesProps) {
  return (
    <TreeCell className="flex shrink-0 flex-col items-end">
      <span className="flex h-4.5 items-center gap-1.5">
        <StopExceptionMark visitId={visitId} />
        <LiveTime shown={shown} />
      </span>
      <span className="flex h-4.5 items-center gap-1 text-ink-muted text-xs tabular-nums">
        <LiveDrift shown={shown} plannedSeconds={plannedSeconds} />
      </span>
    </TreeCell>
  );
}

/** When a stop really was, or is expected. */
export function LiveTime({ shown }: Pick<LiveStopTimesProps, "shown">) {
  const t = useWords("boardLive");
  return (
    <span className={clsx("font-medium leading-4.5 tabular-nums", shown.isLate && "text-alert")}>
      {shown.timeOf === "planned" ? "~" : ""}
      {t.format.time(shown.atSeconds)}
    </span>
  );
}

/** What a stop is, and how its time differs from the plan. */
export function LiveDrift({ shown, plannedSeconds }: Pick<LiveStopTimesProps, "shown" | "plannedSeconds">) {
  const t = useWords("boardLive");
  const drift = shown.timeOf === "planned" ? 0 : (shown.run?.arrivedSeconds ?? shown.atSeconds) - plannedSeconds;
  return (
    <>
      <span className={clsx("truncate", shown.isLate && "font-medium text-alert")}>{t(`stop.${shown.status}`)}</span>
      {Math.abs(drift) >= 60 ? `${drift > 0 ? "+" : "−"}${formatMinutes(t.format, Math.abs(drift))}` : null}
    </>
  );
}
