"use client";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";

export type ChipProps = {
  children: ReactNode;
  icon?: ReactNode;
  selected?: boolean;
  /** Given, the chip is a toggle button. */
  onClick?: () => void;
  /** Given, a remove button follows; `removeLabel` names it. */
  onRemove?: () => void;
  removeLabel?: string;
  disabled?: boolean;
};

export function Chip({ children, icon, selected, onClick, onRemove, removeLabel, disabled }: ChipProps) {
  const t = useWords("ui");
  const body = (
    <>
      {icon}
      <span className="truncate">{children}</span>
    </>
  );
  const inner = "inline-flex h-full min-w-0 items-center gap-1 rounded-full px-2.5 [&>svg]:size-3.5";
  return (
    <span
      className={clsx(
        "inline-flex h-6 max-w-full items-center rounded-full border text-sm transition-colors duration-100 pointer-coarse:h-9",
        selected ? "border-accent bg-accent-soft text-accent" : "border-line-strong bg-surface text-ink",
        disabled && "opacity-50",
      )}
    >
      {onClick ? (
        <button
          type="button"
          disabled={disabled}
          aria-pressed={selected}
          onClick={onClick}
          className={clsx(inner, !selected && "enabled:hover:bg-hover")}
        >
          {body}
        </button>
      ) : (
        <span className={inner}>{body}</span>
      )}
      {onRemove ? (
        <button
          type="button"
          disabled={disabled}
          aria-label={removeLabel ?? t("remove")}
          onClick={onRemove}
          className="-ml-1.5 grid size-6 shrink-0 place-items-center rounded-full text-ink-muted enabled:hover:bg-hover enabled:hover:text-ink"
        >
          <X className="size-3" />
        </button>
      ) : null}
    </span>
  );
}
