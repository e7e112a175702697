import { LANGUAGES, type Language, type Preferences } from "@/server/domain/preference/preferences";
import { distanceUnitOf, type ProjectUnits, weightUnitOf } from "@/server/domain/project/project-units";

/** For whom a screen is written: everything decided, so that server and browser write the same. */
export interface Reader {
  readonly language: Language;
  /** BCP 47 tag for numbers and dates, of the same language: "en-GB". */
  readonly locale: string;
  readonly hour12: boolean;
  readonly distanceUnit: "km" | "mi";
  readonly weightUnit: "kg" | "lb";
}

/** What "auto" stands for. */
export interface ReaderCustoms {
  /** The browser's Accept-Language. */
  readonly acceptLanguage: string | null;
  /** ISO 3166-1 alpha-2 where the depots are; null when unknown: then the browser's region. */
  readonly country: string | null;
  /** In which units the project shows its figures. */
  readonly units: ProjectUnits;
  /** The organization's language, for browsers that ask for none of ours; null: English. */
  readonly language: Language | null;
}

const DEFAULT_LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", es: "es-ES" };

/** Preferences with every "auto" decided. */
export function readerOf(
  { language, hourCycle, distanceUnit, weightUnit }: Omit<Preferences, "panels" | "theme" | "singleLetterKeys">,
  { acceptLanguage, country, units, language: fallback }: ReaderCustoms,
): Reader {
  const tags = acceptedTags(acceptLanguage);
  const chosen =
    language === "auto" ? (tags.map(languageOf).find((known) => known !== null) ?? fallback ?? "en") : language;
  const locale = tags.find((tag) => languageOf(tag) === chosen && regionOf(tag)) ?? DEFAULT_LOCALES[chosen];
  const region = country ?? regionOf(locale);
  return {
    language: chosen,
    locale,
    hour12: hourCycle === "auto" ? isHour12(chosen, region) : hourCycle === "12",
    distanceUnit: distanceUnit === "auto" ? distanceUnitOf(units, region) : distanceUnit,
    weightUnit: weightUnit === "auto" ? weightUnitOf(units, region) : weightUnit,
  };
}

/** Well-formed language tags of an Accept-Language header, most wanted first. */
function acceptedTags(header: string | null): string[] {
  const wanted = (header ?? "").split(",").flatMap((part) => {
    const [tag = "", ...parameters] = part.trim().split(";");
    const weight = Number(
      parameters
        .find((parameter) => parameter.trim().startsWith("q="))
        ?.trim()
        .slice(2) ?? 1,
    );
    return weight > 0 ? [{ tag: tag.trim(), weight }] : [];
  });
  return wanted
    .sort((left, right) => right.weight - left.weight)
    .flatMap(({ tag }) => {
      try {
        return Intl.getCanonicalLocales(tag);
      } catch {
        return [];
      }
    });
}

function languageOf(tag: string): Language | null {
  return LANGUAGES.find((language) => tag === language || tag.startsWith(`${language}-`)) ?? null;
}

function regionOf(tag: string): string {
  return new Intl.Locale(tag).region ?? "";
}

function isHour12(language: Language, region: string): boolean {
  const locale = region ? `${language}-${region}` : DEFAULT_LOCALES[language];
  return new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hour12 ?? false;
}
