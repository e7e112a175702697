import { LANGUAGES, type Language } from "@/server/domain/preference/preferences";

/** For whom a message leaves the desk: somebody who has no preferences here, so project and country decide. */
export interface MessageReader {
  readonly language: Language;
  /** BCP 47 tag for dates and times, of the same language: "es-MX". */
  readonly locale: string;
}

const DEFAULT_LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", es: "es-ES" };

/**
 * The language that was chosen for a project's people; where none was, what most people of its country (ISO 3166-1
 * alpha-2) read, if we write it; else, and where no country is known (""), English.
 */
export function messageReaderOf(country: string, chosen: Language | null = null): MessageReader {
  if (chosen) return { language: chosen, locale: country ? `${chosen}-${country}` : DEFAULT_LOCALES[chosen] };
  const likely = new Intl.Locale("und", country ? { region: country } : {}).maximize().language;
  const language = LANGUAGES.find((known) => known === likely);
  return language ? { language, locale: `${language}-${country}` } : { language: "en", locale: DEFAULT_LOCALES.en };
}
