"use client";
import { Button as BaseButton } from "@base-ui/react/button";
import clsx from "clsx";
import type { ReactNode } from "react";

export type BigButtonLook = "primary" | "secondary" | "quiet" | "danger";

const looks: Record<BigButtonLook, string> = {
  primary: "bg-accent text-accent-ink active:bg-accent-hover",
  secondary: "border-2 border-line-control bg-surface text-ink active:bg-pressed",
  quiet: "text-accent active:bg-pressed",
  danger: "bg-alert text-alert-ink active:bg-alert-hover",
};

/** The look of what a thumb hits at arm's length, in gloves, in the sun: 56 px high, strong edges. */
export function bigButtonClass(look: BigButtonLook = "secondary"): string {
  return clsx(
    "inline-flex min-h-14 min-w-14 select-none items-center justify-center gap-2.5 rounded-xl px-4 text-center font-semibold text-lg leading-6 transition-colors duration-100 [&_svg]:size-5 [&_svg]:shrink-0",
    looks[look],
    "data-disabled:border-transparent data-disabled:bg-pressed data-disabled:text-ink-muted",
  );
}

export interface BigButtonProps {
  readonly look?: BigButtonLook;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** What it is called, where the words on it say it only beside others. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly onClick: () => void;
}

export function BigButton({ look, icon, label, children, disabled, className, onClick }: BigButtonProps) {
  return (
    <BaseButton
      type="button"
      aria-label={label}
      disabled={disabled}
      focusableWhenDisabled
      onClick={onClick}
      className={clsx(bigButtonClass(look), className)}
    >
      {icon}
      <span>{children}</span>
    </BaseButton>
  );
}
