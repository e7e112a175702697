"use client";
import { Progress } from "@base-ui/react/progress";
import clsx from "clsx";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";

export type ProgressBarProps = {
  label: ReactNode;
  hideLabel?: boolean;
  /** 0–100; null while the end is unknown. */
  value: number | null;
  /** Shown and read instead of the percentage, e.g. "612 of 1,500". */
  valueText?: string;
  tone?: "accent" | "ok" | "warn" | "alert";
  className?: string;
};

const tones = { accent: "bg-accent", ok: "bg-ok", warn: "bg-warn", alert: "bg-alert" };

export function ProgressBar({ label, hideLabel, value, valueText, tone = "accent", className }: ProgressBarProps) {
  const t = useWords("ui");
  return (
    <Progress.Root
      value={value}
      getAriaValueText={(formatted) => valueText ?? formatted ?? t("inProgress")}
      className={clsx("grid grid-cols-[1fr_auto] gap-x-3 gap-y-1", className)}
    >
      <Progress.Label className={clsx("truncate text-sm", hideLabel && "sr-only")}>{label}</Progress.Label>
      <Progress.Value className={clsx("text-ink-muted text-sm tabular-nums", hideLabel && "sr-only")}>
        {(formatted) => valueText ?? (value === null ? null : formatted)}
      </Progress.Value>
      <Progress.Track className="col-span-2 h-1.5 overflow-hidden rounded-full bg-pressed">
        <Progress.Indicator
          className={clsx(
            "h-full rounded-full transition-[width] duration-200 data-indeterminate:w-1/3 data-indeterminate:animate-indeterminate",
            tones[tone],
          )}
        />
      </Progress.Track>
    </Progress.Root>
  );
}
