import type { ShownUnit } from "@/server/domain/unit/shown-units";

/**
 * A number as people write it: "7,5", "1 200", "1.200,50" and "1,200.50" are numbers, a lone comma is
 * the decimal one but between one to three digits and three more, and "0,125" is an eighth. Null for anything else.
 */
export function parseAmount(text: string): number | null {
  const digits = plainAmount(text);
  return digits === null || !Number.isFinite(Number(digits)) ? null : Number(digits);
}

/** The same number digit for digit, as JSON writes it: "1.200,50" → "1200.50". Null for what is none. */
export function plainAmount(text: string): string | null {
  const plain = text.trim().replace(/[\s\u00a0\u202f']/g, "");
  if (!/^[-+−]?[\d.,]+$/.test(plain) || !/\d/.test(plain)) return null;
  const last = Math.max(plain.lastIndexOf(","), plain.lastIndexOf("."));
  const separators = plain.replace(/[^.,]/g, "");
  const isDecimal = separators.length > 0 && isDecimalMark(plain, last, separators);
  const whole = (isDecimal ? plain.slice(0, last) : plain).replace(/[.,]/g, "").replace("−", "-");
  const [, sign = "", before = ""] = /^([-+]?)(\d*)$/.exec(whole) ?? [];
  const after = isDecimal ? plain.slice(last + 1) : "";
  return `${sign === "-" ? "-" : ""}${before || "0"}${after && `.${after}`}`;
}

function isDecimalMark(plain: string, last: number, separators: string): boolean {
  const mark = plain[last]!;
  if (separators.length === 1) return mark === "." || !/^[-+−]?[1-9]\d{0,2},\d{3}$/.test(plain);
  // Several of one kind group thousands; of two kinds the last is the decimal one.
  return separators.split("").filter((each) => each === mark).length === 1;
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
