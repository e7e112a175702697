"use client";
import { TextField, type TextFieldProps } from "@/components/ui/text-field";

export type MeasureFieldProps = Omit<TextFieldProps, "trailing"> & {
  /** Beside the number, and part of the field's name; empty: a mere count. */
  unit: string;
};

/** A number with the unit it is typed in. */
export function MeasureField({ unit, label, ...field }: MeasureFieldProps) {
  const named = (
    <>
      {label}
      <span className="sr-only"> ({unit})</span>
    </>
  );
  return (
    <TextField
      inputMode="decimal"
      autoComplete="off"
      {...field}
      label={unit ? named : label}
      trailing={unit ? <span className="pr-1.5">{unit}</span> : undefined}
    />
  );
}
