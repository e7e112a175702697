"use client";
import { Field as BaseField } from "@base-ui/react/field";
import clsx from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { addDays } from "@/components/ui/calendar-date";
import { Field, type FieldFrameProps } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";

export type DatePickerProps = FieldFrameProps & {
  /** "YYYY-MM-DD". */
  value: string;
  onValueChange: (value: string) => void;
  min?: string;
  max?: string;
  /** Previous and next day beside the field. */
  steps?: boolean;
  name?: string;
  disabled?: boolean;
};

export function DatePicker({
  value,
  onValueChange,
  min,
  max,
  steps = true,
  name,
  disabled,
  ...frame
}: DatePickerProps) {
  const t = useWords("ui");
  const previous = value && addDays(value, -1);
  const next = value && addDays(value, 1);
  const step = (label: string, icon: React.ReactNode, target: string, refused: boolean) => (
    <IconButton
      label={label}
      icon={icon}
      disabled={disabled || !target || refused}
      onClick={() => onValueChange(target)}
    />
  );
  return (
    <Field {...frame} name={name} disabled={disabled}>
      <span className="flex items-center gap-0.5">
        {steps ? step(t("previousDay"), <ChevronLeft />, previous, Boolean(min && previous < min)) : null}
        <BaseField.Control
          type="date"
          value={value}
          min={min}
          max={max}
          required={frame.required}
          // A half-typed date is empty: the last whole one stands until the next is complete.
          onValueChange={(date) => date && onValueChange(date)}
          className={clsx("control w-auto px-2 tabular-nums", !steps && "w-full")}
        />
        {steps ? step(t("nextDay"), <ChevronRight />, next, Boolean(max && next > max)) : null}
      </span>
    </Field>
  );
}
