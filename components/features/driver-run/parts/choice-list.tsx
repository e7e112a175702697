"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { Check } from "lucide-react";

export interface ChoiceListProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** One of several, each a row that a thumb cannot miss. */
export function ChoiceList<Value extends string>({ label, choices, value, onChange }: ChoiceListProps<Value>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      className="flex flex-col gap-1.5"
    >
      {choices.map((choice) => (
        <Radio.Root
          key={choice.value}
          value={choice.value}
          nativeButton
          render={<button type="button" />}
          className="flex min-h-13 items-center gap-3 rounded-xl border-2 border-line-strong bg-surface px-4 text-left font-medium text-lg data-checked:border-accent data-checked:bg-accent-soft"
        >
          <span className="flex-1">{choice.label}</span>
          <Radio.Indicator className="flex text-accent">
            <Check className="size-5" strokeWidth={3} aria-hidden="true" />
          </Radio.Indicator>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
