"use client";
import { useMemo } from "react";
import { listCurrencies } from "@/components/lib/currencies";
import { useWords } from "@/components/lib/words/words-context";
import { Combobox } from "@/components/ui/combobox";
import type { FieldFrameProps } from "@/components/ui/field";

export type CurrencyPickerProps = FieldFrameProps & {
  /** ISO 4217, or empty. */
  value: string;
  onValueChange: (code: string) => void;
  disabled?: boolean;
};

function currencyOptions(locale: string) {
  return listCurrencies(locale).map(({ code, name }) => ({ value: code, label: `${code} – ${name}` }));
}

export function CurrencyPicker({ value, onValueChange, ...frame }: CurrencyPickerProps) {
  const t = useWords("ui");
  const { locale } = t.format.reader;
  const options = useMemo(() => currencyOptions(locale), [locale]);
  return (
    <Combobox
      {...frame}
      options={options}
      value={value || null}
      onValueChange={(code) => onValueChange(code ?? "")}
      placeholder={t("searchCurrency")}
      emptyText={t("noCurrency")}
    />
  );
}
