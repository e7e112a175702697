"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import clsx from "clsx";
import type { ReactNode } from "react";

export type Segment<Value extends string = string> = {
  value: Value;
  /** The accessible name, and the text unless `icon` stands alone. */
  label: string;
  icon?: ReactNode;
  iconOnly?: boolean;
  disabled?: boolean;
};

export type SegmentedControlProps<Value extends string = string> = {
  label: string;
  options: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  size?: "sm" | "md";
  className?: string;
};

/** One of a few, all visible: a radio group that looks like a switch between views. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  size = "md",
  className,
}: SegmentedControlProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => onValueChange(next as Value)}
      className={clsx("inline-flex shrink-0 rounded-md bg-pressed p-0.5", className)}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          disabled={option.disabled}
          aria-label={option.iconOnly ? option.label : undefined}
          title={option.iconOnly ? option.label : undefined}
          nativeButton
          render={<button type="button" />}
          className={clsx(
            "inline-flex items-center justify-center gap-1.5 rounded-sm font-medium text-ink-muted transition-colors duration-100 hover:text-ink data-checked:bg-surface data-checked:text-ink data-disabled:opacity-50 data-checked:shadow-[0_0_0_1px_var(--line),0_1px_2px_var(--shadow-tint)] [&>svg]:size-3.5",
            size === "sm" ? "h-6 px-2 text-sm pointer-coarse:h-8" : "h-7 px-2.5 text-base pointer-coarse:h-9",
          )}
        >
          {option.icon}
          {option.iconOnly ? null : option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
