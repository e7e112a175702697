"use client";
import { Switch as BaseSwitch } from "@base-ui/react/switch";
import clsx from "clsx";
import type { ReactNode } from "react";

export type SwitchProps = {
  label: ReactNode;
  hideLabel?: boolean;
  hint?: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  name?: string;
  disabled?: boolean;
  className?: string;
};

export function Switch({ label, hideLabel, hint, onCheckedChange, className, ...rest }: SwitchProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's switch, which the rule cannot see.
    <label className={clsx("inline-flex min-h-6 items-start gap-2.5 has-data-disabled:opacity-60", className)}>
      <BaseSwitch.Root
        {...rest}
        onCheckedChange={(checked) => onCheckedChange?.(checked)}
        className="mt-0.5 flex h-5 w-8 shrink-0 items-center rounded-full border border-line-control bg-surface-sunken p-px transition-colors duration-150 data-checked:border-accent data-checked:bg-accent"
      >
        <BaseSwitch.Thumb className="size-4 rounded-full bg-line-control transition-transform duration-150 ease-quiet data-checked:translate-x-3 data-checked:bg-accent-ink" />
      </BaseSwitch.Root>
      <span className={clsx("flex flex-col pt-0.5", hideLabel && "sr-only")}>
        {label}
        {hint ? <span className="text-ink-muted text-sm">{hint}</span> : null}
      </span>
    </label>
  );
}
