import { missing } from "@/components/lib/format";
import type { Formats } from "@/components/lib/words/formats";

/** A mean of stars with one decimal. */
export function formatAverage(format: Pick<Formats, "number">, average: number | null): string {
  if (average === null) return missing;
  return format.number(average, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
