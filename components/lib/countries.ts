import { getCountries } from "libphonenumber-js/min";

export interface CountryName {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
}

/** Every country by its name in the reader's language. */
export function listCountries(locale = "en"): CountryName[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return getCountries()
    .filter((code) => /^[A-Z]{2}$/.test(code))
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((left, right) => left.name.localeCompare(right.name, locale));
}
