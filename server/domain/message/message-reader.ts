import { LANGUAGES, type Language } from "@/server/domain/preference/preferences";

/** For whom a message leaves the desk: somebody who has no preferences here, so the project's country decides. */
export interface MessageReader {
  readonly language: Language;
  /** BCP 47 tag for dates and times, of the same language: "es-MX". */
  readonly locale: string;
}

const DEFAULT_LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", es: "es-ES" };

/** The language most people of a country (ISO 3166-1 alpha-2) read, where we write it; else English. */
export function messageReaderOf(country: string): MessageReader {
  const likely = new Intl.Locale("und", { region: country }).maximize().language;
  const language = LANGUAGES.find((known) => known === likely);
  return language ? { language, locale: `${language}-${country}` } : { language: "en", locale: DEFAULT_LOCALES.en };
}
