"use client";
import { Button as BaseButton } from "@base-ui/react/button";
import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Tooltip, type TooltipProps } from "@/components/ui/tooltip";

export type IconButtonProps = Omit<ComponentProps<typeof BaseButton>, "className" | "children"> & {
  /** The accessible name and the tooltip. */
  label: string;
  icon: ReactNode;
  variant?: "ghost" | "secondary";
  size?: "sm" | "md";
  /** Makes it a toggle: read aloud as pressed or not. */
  pressed?: boolean;
  shortcut?: string;
  tooltipSide?: TooltipProps["side"];
  className?: string;
};

export function IconButton({
  label,
  icon,
  variant = "ghost",
  size = "md",
  pressed,
  shortcut,
  tooltipSide,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip content={label} shortcut={shortcut} side={tooltipSide}>
      <BaseButton
        type="button"
        focusableWhenDisabled
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={clsx(
          "inline-grid shrink-0 place-items-center rounded-md transition-colors duration-100 [&>svg]:size-4",
          "data-disabled:cursor-not-allowed data-disabled:opacity-40",
          "aria-pressed:bg-accent-soft aria-pressed:text-accent data-popup-open:bg-pressed data-popup-open:text-ink",
          "text-ink-muted not-data-disabled:hover:bg-hover not-data-disabled:hover:text-ink not-data-disabled:active:bg-pressed",
          variant === "secondary" && "border border-line-strong bg-surface",
          size === "sm" ? "size-6 pointer-coarse:size-9" : "size-8 pointer-coarse:size-10",
          className,
        )}
      >
        {icon}
      </BaseButton>
    </Tooltip>
  );
}
