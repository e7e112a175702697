import type { ShownUnit } from "@/server/domain/unit/shown-units";

const GROUP_SPACES = /(?<=\d)[ \u00a0\u202f'’](?=\d{3}(?!\d))/g;

// Whole and decimal part by how they are marked: several marks of one kind group thousands, and of two kinds the last is the decimal one.
const PLAIN = /^(\d*)(?:[.,](\d*))?$/;
const GROUPED_BY_COMMAS = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;
const GROUPED_BY_POINTS = /^(\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+(?=,))(?:,(\d*))?$/;
const ONE_COMMA_OF_THOUSANDS = /^[1-9]\d{0,2},\d{3}$/;

/** The page's language; English where there is no page. */
const pageLanguage = () => (typeof document === "undefined" ? "en" : document.documentElement.lang);

/**
 * A number as people write it: "7,5", "1 200", "1.200,50" and "1,200.50" are numbers. A lone comma is the decimal one; only
 * in English "1,250" is a thousand and more. Null for anything else, also where what is grouped is no thousands ("12.5.24").
 */
export function parseAmount(text: string, language = pageLanguage()): number | null {
  const digits = plainAmount(text, language);
  return digits === null || !Number.isFinite(Number(digits)) ? null : Number(digits);
}

/** The same number digit for digit, as JSON writes it: "1.200,50" → "1200.50". Null for what is none. */
export function plainAmount(text: string, language = pageLanguage()): string | null {
  const [, sign = "", rest = ""] = /^([-+−]?)(.*)$/.exec(text.trim()) ?? [];
  const marked = rest.replace(GROUP_SPACES, "");
  const isThousands = language.startsWith("en") && ONE_COMMA_OF_THOUSANDS.test(marked);
  const parts =
    (!isThousands && PLAIN.exec(marked)) || GROUPED_BY_COMMAS.exec(marked) || GROUPED_BY_POINTS.exec(marked);
  if (!parts || !/\d/.test(marked)) return null;
  const [, whole = "", decimals = ""] = parts;
  const negative = sign === "-" || sign === "−";
  return `${negative ? "-" : ""}${whole.replace(/[.,]/g, "") || "0"}${decimals && `.${decimals}`}`;
}

const MOST_DECIMALS = 9;

/** What is kept of a number typed in a unit: so many of the kept unit, in whole steps of it. */
export function keptAmount(typed: number, { perUnit, steps = 1 }: Pick<ShownUnit, "perUnit" | "steps">): number {
  return Math.round(typed * perUnit * steps) / steps;
}

/**
 * What is kept of a number as it was typed in a unit; NaN of what is none. What is typed in the kept unit itself stays as it
 * is, so that whoever takes whole ones only can say so.
 */
export function typedAmount(text: string, unit: Pick<ShownUnit, "perUnit" | "steps">): number {
  const typed = parseAmount(text) ?? Number.NaN;
  return unit.perUnit === 1 ? typed : keptAmount(typed, unit);
}

/**
 * A kept number as people edit it: the shortest that is kept as the same number, so that what was typed comes back. 12,500
 * in thousandths → "12.5"; 160,934 m in miles → "100".
 */
export function amountText(kept: number, unit: number | Pick<ShownUnit, "perUnit" | "steps">): string {
  const shown = typeof unit === "number" ? { perUnit: unit } : unit;
  const exact = kept / shown.perUnit;
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    const short = Number(exact.toFixed(decimals));
    if (keptAmount(short, shown) === kept) return String(short);
  }
  return String(exact);
}
