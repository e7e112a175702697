import type { Formats } from "@/components/lib/words/formats";
import type { FigureColumn, FigureUnit } from "@/server/domain/analytics/report-columns";

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/** A figure with its unit, short enough for a table. Times of an hour and a half or more are hours, of two days or more days. */
export function sayFigure(format: Formats, unit: FigureUnit, value: number): string {
  // A zone has shares of routes, too.
  if (unit === "count") return format.number(value, { maximumFractionDigits: 2 });
  if (unit === "share") return format.number(value, { style: "percent", maximumFractionDigits: 1 });
  if (unit === "ratio") return format.number(value, { maximumFractionDigits: 2 });
  if (unit === "grams") return sayGrams(format, value);
  return unit === "meters" ? format.distance(value) : saySpan(format, value);
}

/** To the hundredth below ten kilograms or pounds: what one delivery emits is less than one. */
function sayGrams(format: Formats, grams: number): string {
  const { unit, perUnit } = format.units.weight;
  if (Math.abs(grams) >= 10 * perUnit) return format.weight(grams);
  const shape = { style: "unit", unit: unit === "lb" ? "pound" : "kilogram", maximumFractionDigits: 2 } as const;
  return format.number(grams / perUnit, shape);
}

function saySpan(format: Formats, seconds: number): string {
  const size = Math.abs(seconds);
  const [unit, length] =
    size < 1.5 * HOUR
      ? (["minute", MINUTE] as const)
      : size < 2 * DAY
        ? (["hour", HOUR] as const)
        : (["day", DAY] as const);
  const maximumFractionDigits = unit === "minute" ? 0 : 1;
  const steps = 10 ** maximumFractionDigits;
  // What rounds to nought from below is nought, not minus nought.
  return format.number(Math.round((seconds / length) * steps) / steps + 0, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits,
  });
}

export type Change =
  | { readonly kind: "none" }
  | { readonly kind: "same" | "better" | "worse" | "more" | "less"; readonly size: number };

/**
 * How a figure compares with the one before: better or worse where more or less of it is one of them, or where it should be
 * near nought; else more or less.
 */
export function changeOf(
  { better }: Pick<FigureColumn, "better">,
  now: number | null | undefined,
  before: number | null | undefined,
): Change {
  if (now == null || before == null) return { kind: "none" };
  const size = Math.abs(now - before);
  if (size < 1e-9) return { kind: "same", size };
  const direction = now > before ? "more" : "less";
  if (better === null) return { kind: direction, size };
  if (better === "nearer") {
    const nearer = Math.abs(before) - Math.abs(now);
    // As far off on the other side is neither.
    if (Math.abs(nearer) < 1e-9) return { kind: direction, size };
    return { kind: nearer > 0 ? "better" : "worse", size: Math.abs(nearer) };
  }
  return { kind: direction === better ? "better" : "worse", size };
}
