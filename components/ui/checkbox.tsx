"use client";
import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import clsx from "clsx";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";

export type CheckboxProps = {
  label: ReactNode;
  hideLabel?: boolean;
  hint?: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  indeterminate?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  name?: string;
  disabled?: boolean;
  tabIndex?: number;
  className?: string;
};

export function Checkbox({
  label,
  hideLabel,
  hint,
  indeterminate,
  onCheckedChange,
  className,
  ...rest
}: CheckboxProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox, which the rule cannot see.
    <label className={clsx("inline-flex min-h-6 items-start gap-2 has-data-disabled:opacity-60", className)}>
      <BaseCheckbox.Root
        {...rest}
        indeterminate={indeterminate}
        onCheckedChange={(checked) => onCheckedChange?.(checked)}
        className="mt-1 grid size-4 shrink-0 place-items-center rounded-sm border border-line-control bg-surface text-accent-ink transition-colors duration-100 data-checked:border-accent data-indeterminate:border-accent data-checked:bg-accent data-indeterminate:bg-accent"
      >
        <BaseCheckbox.Indicator className="flex">
          {indeterminate ? <Minus className="size-3" strokeWidth={3} /> : <Check className="size-3" strokeWidth={3} />}
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span className={clsx("flex flex-col pt-0.5", hideLabel && "sr-only")}>
        {label}
        {hint ? <span className="text-ink-muted text-sm">{hint}</span> : null}
      </span>
    </label>
  );
}
