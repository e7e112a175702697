"use client";
import { Field as BaseField } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { Field, type FieldFrameProps } from "@/components/ui/field";

export type TextAreaProps = FieldFrameProps &
  Omit<ComponentProps<"textarea">, "className" | "style" | "value" | "defaultValue"> & {
    value?: string;
    defaultValue?: string;
    onValueChange?: (value: string) => void;
  };

export function TextArea({
  label,
  hideLabel,
  hint,
  error,
  required,
  className,
  name,
  disabled,
  value,
  defaultValue,
  onValueChange,
  rows = 3,
  ...area
}: TextAreaProps) {
  const frame = { label, hideLabel, hint, error, required, className, name, disabled };
  return (
    <Field {...frame}>
      <BaseField.Control
        value={value}
        defaultValue={defaultValue}
        onValueChange={onValueChange}
        required={required}
        render={<textarea rows={rows} {...area} />}
        className="control h-auto! resize-y px-2.5 py-1.5"
      />
    </Field>
  );
}
