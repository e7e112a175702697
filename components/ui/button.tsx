"use client";
import { Button as BaseButton } from "@base-ui/react/button";
import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Spinner } from "@/components/ui/spinner";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

export type ButtonProps = Omit<ComponentProps<typeof BaseButton>, "className"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Keeps its width and focus, refuses clicks. */
  loading?: boolean;
  className?: string;
};

const variants: Record<ButtonVariant, string> = {
  primary: "bg-accent text-accent-ink not-data-disabled:hover:bg-accent-hover",
  secondary:
    "border border-line-strong bg-surface text-ink not-data-disabled:hover:bg-hover not-data-disabled:active:bg-pressed data-popup-open:bg-pressed",
  ghost:
    "text-ink-muted not-data-disabled:hover:bg-hover not-data-disabled:hover:text-ink not-data-disabled:active:bg-pressed data-popup-open:bg-pressed data-popup-open:text-ink",
  danger: "bg-alert text-alert-ink not-data-disabled:hover:bg-alert-hover",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-7 gap-1.5 px-2 text-sm pointer-coarse:h-9",
  md: "h-8 gap-1.5 px-3 text-base pointer-coarse:h-10",
  lg: "h-10 gap-2 px-4 text-md pointer-coarse:h-11",
};

/** The look of a button, for links that act as one: `<Link className={buttonClass({ variant: "primary" })}>`. */
export function buttonClass({
  variant = "secondary",
  size = "md",
}: {
  variant?: ButtonVariant;
  size?: ButtonSize;
} = {}) {
  return clsx(
    "relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md font-medium transition-colors duration-100",
    "data-disabled:cursor-not-allowed data-disabled:opacity-50",
    variants[variant],
    sizes[size],
  );
}

export function Button({ variant, size, icon, loading, disabled, className, children, ...rest }: ButtonProps) {
  return (
    <BaseButton
      type="button"
      {...rest}
      disabled={disabled || loading}
      focusableWhenDisabled={loading}
      aria-busy={loading || undefined}
      className={clsx(buttonClass({ variant, size }), className)}
    >
      {loading ? (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner label="" />
        </span>
      ) : null}
      <span className={clsx("contents", loading && "[&>*]:invisible")}>
        {icon ? <span className="-ml-0.5 inline-flex [&>svg]:size-4">{icon}</span> : null}
        <span>{children}</span>
      </span>
    </BaseButton>
  );
}
