"use client";
import { useState } from "react";
import { listCountries } from "@/components/lib/countries";
import { Combobox } from "@/components/ui/combobox";
import type { FieldFrameProps } from "@/components/ui/field";

export type CountryPickerProps = FieldFrameProps & {
  /** ISO 3166-1 alpha-2, or empty. */
  value: string;
  onValueChange: (code: string) => void;
  placeholder?: string;
  disabled?: boolean;
};

function countryOptions() {
  return listCountries().map(({ code, name }) => ({ value: code, label: name, hint: code }));
}

export function CountryPicker({
  value,
  onValueChange,
  placeholder = "Search a country",
  ...frame
}: CountryPickerProps) {
  const [options] = useState(countryOptions);
  return (
    <Combobox
      {...frame}
      options={options}
      value={value || null}
      onValueChange={(code) => onValueChange(code ?? "")}
      placeholder={placeholder}
      emptyText="No country has this name"
    />
  );
}
