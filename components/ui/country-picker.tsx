"use client";
import { useMemo } from "react";
import { listCountries } from "@/components/lib/countries";
import { useWords } from "@/components/lib/words/words-context";
import { Combobox } from "@/components/ui/combobox";
import type { FieldFrameProps } from "@/components/ui/field";

export type CountryPickerProps = FieldFrameProps & {
  /** ISO 3166-1 alpha-2, or empty. */
  value: string;
  onValueChange: (code: string) => void;
  placeholder?: string;
  disabled?: boolean;
};

function countryOptions(locale: string) {
  return listCountries(locale).map(({ code, name }) => ({ value: code, label: name, hint: code }));
}

export function CountryPicker({ value, onValueChange, placeholder, ...frame }: CountryPickerProps) {
  const t = useWords("ui");
  const { locale } = t.format.reader;
  const options = useMemo(() => countryOptions(locale), [locale]);
  return (
    <Combobox
      {...frame}
      options={options}
      value={value || null}
      onValueChange={(code) => onValueChange(code ?? "")}
      placeholder={placeholder ?? t("searchCountry")}
      emptyText={t("noCountry")}
    />
  );
}
