"use client";
import { type ReactNode, useState } from "react";
import { amountText, typedAmount } from "@/components/lib/parse-amount";
import { TextField } from "@/components/ui/text-field";

export type NumberSettingProps = {
  label: string;
  hideLabel?: boolean;
  hint?: ReactNode;
  /** Right of the number. */
  unit?: string;
  /** NaN: what was typed is no number; null: nothing, where that means something. */
  value: number | null;
  onValueChange: (value: number) => void;
  /** Given, the field may be empty. */
  onClear?: () => void;
  error?: string | undefined;
  /** How many of the stored unit are one of the shown: 60 for minutes shown as hours. */
  perShown?: number;
  /** In how many steps one of the stored unit is kept. */
  steps?: number;
  className?: string;
};

/** A number as it is typed. Made anew (by `key`) it shows its value again. */
export function NumberSetting({
  label,
  hideLabel,
  hint,
  unit,
  value,
  onValueChange,
  onClear,
  error,
  perShown = 1,
  steps = 1,
  className,
}: NumberSettingProps) {
  const [text, setText] = useState(
    value === null || Number.isNaN(value) ? "" : amountText(value, { perUnit: perShown, steps }),
  );
  function type(next: string) {
    setText(next);
    if (next.trim() === "" && onClear) onClear();
    else onValueChange(typedAmount(next, { perUnit: perShown, steps }));
  }
  return (
    <TextField
      label={label}
      hideLabel={hideLabel}
      hint={hint}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onValueChange={type}
      error={error}
      trailing={unit ? <span className="pr-1.5">{unit}</span> : undefined}
      inputClassName="tabular-nums"
      className={className}
    />
  );
}
