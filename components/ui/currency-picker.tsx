"use client";
import { useState } from "react";
import { listCurrencies } from "@/components/lib/currencies";
import { Combobox } from "@/components/ui/combobox";
import type { FieldFrameProps } from "@/components/ui/field";

export type CurrencyPickerProps = FieldFrameProps & {
  /** ISO 4217, or empty. */
  value: string;
  onValueChange: (code: string) => void;
  disabled?: boolean;
};

function currencyOptions() {
  return listCurrencies().map(({ code, name }) => ({ value: code, label: `${code} – ${name}` }));
}

export function CurrencyPicker({ value, onValueChange, ...frame }: CurrencyPickerProps) {
  const [options] = useState(currencyOptions);
  return (
    <Combobox
      {...frame}
      options={options}
      value={value || null}
      onValueChange={(code) => onValueChange(code ?? "")}
      placeholder="Search a currency"
      emptyText="No currency has this name"
    />
  );
}
