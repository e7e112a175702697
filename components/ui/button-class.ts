import clsx from "clsx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

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
