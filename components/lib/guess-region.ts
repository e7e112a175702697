import { listCountries } from "./countries";
import { currencyOfCountry } from "./currencies";

export interface RegionGuess {
  readonly timeZone: string;
  /** ISO 3166-1 alpha-2; empty when nothing tells. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** Not in the language's types yet; older engines have it as a property. */
type LocaleWithZones = Intl.Locale & { getTimeZones?: () => string[]; readonly timeZones?: string[] };

/** The country whose clock this is; a zone that several share belongs to the one it lists first, or to none. */
function countryOfZone(timeZone: string): string {
  for (const { code } of listCountries()) {
    const locale = new Intl.Locale(`und-${code}`) as LocaleWithZones;
    const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
    if (zones.includes(timeZone)) return code;
  }
  return "";
}

/** Country and money from the clock's zone, which people set rightly, else from the language's region. */
export function guessRegion(timeZone: string, language: string): RegionGuess {
  const country = countryOfZone(timeZone) || regionOf(language);
  return { timeZone, country, currency: currencyOfCountry(country) ?? "EUR" };
}

function regionOf(language: string): string {
  try {
    return new Intl.Locale(language).region ?? "";
  } catch {
    return "";
  }
}
