const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();

/*
 * Intl's formatters cost about a hundred times a format call; a list of thousands of rows needs them kept. Options are
 * few and constant, so the maps stay small.
 */

function kept<F, O>(cache: Map<string, F>, locale: string | undefined, options: O, make: () => F): F {
  const key = `${locale}|${JSON.stringify(options)}`;
  const known = cache.get(key) ?? make();
  cache.set(key, known);
  return known;
}

export function numberFormat(locale: string | undefined, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numberFormats, locale, options, () => new Intl.NumberFormat(locale, options));
}

export function dateFormat(locale: string | undefined, options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
  return kept(dateFormats, locale, options, () => new Intl.DateTimeFormat(locale, options));
}

export function pluralRule(locale: string | undefined, options: Intl.PluralRulesOptions = {}): Intl.PluralRules {
  return kept(pluralRules, locale, options, () => new Intl.PluralRules(locale, options));
}
