"use client";
import clsx from "clsx";
import { Timer, TimerOff } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { sayMinutes, saySpan } from "./exception-words";
import { useNow } from "./use-now";

const SOON_MS = 10 * 60_000;
const MINUTE_MS = 60_000;

/** How long until a promise breaks, or since it has: ticking, but never read aloud by itself. */
export function ExceptionTimer({ dueAtMs }: { dueAtMs: number }) {
  const t = useWords("exceptionFacts");
  const leftMs = dueAtMs - useNow();
  const isOver = leftMs < 0;
  const time = saySpan(t, leftMs);
  return (
    <span
      role="timer"
      aria-label={isOver ? t("overdueBy", { time }) : t("dueIn", { time })}
      className={clsx(
        "inline-flex items-center gap-1 whitespace-nowrap text-sm tabular-nums [&>svg]:size-3.5",
        isOver ? "font-semibold text-alert" : leftMs < SOON_MS ? "font-medium text-warn" : "text-ink-muted",
      )}
    >
      {isOver ? <TimerOff aria-hidden="true" /> : <Timer aria-hidden="true" />}
      {isOver ? t("over", { time }) : t("left", { time })}
    </span>
  );
}

/** How long something has stood, in minutes. */
export function ExceptionAge({ raisedAtMs }: { raisedAtMs: number }) {
  const t = useWords("exceptionFacts");
  const minutes = Math.max(0, Math.floor((useNow(MINUTE_MS) - raisedAtMs) / MINUTE_MS));
  return (
    <span className="whitespace-nowrap text-ink-muted text-xs tabular-nums">
      {minutes < 1 ? t("justNow") : t("age", { time: sayMinutes(t, minutes) })}
    </span>
  );
}
