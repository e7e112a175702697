"use client";
import clsx from "clsx";
import { useWords } from "@/components/lib/words/words-context";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export type SpinnerProps = {
  /** Read aloud; pass "" where text beside the spinner already says it. */
  label?: string;
  size?: number;
  className?: string;
};

export function Spinner({ label, size = 14, className }: SpinnerProps) {
  const t = useWords("ui");
  const name = label ?? t("loading");
  return (
    <span role={name ? "status" : undefined} className={clsx("inline-flex", className)}>
      <svg width={size} height={size} viewBox="0 0 16 16" className="animate-spin" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.22" />
        <path
          d="M8 1.75A6.25 6.25 0 0 1 14.25 8"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
      {name ? <VisuallyHidden>{name}</VisuallyHidden> : null}
    </span>
  );
}
