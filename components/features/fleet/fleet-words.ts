import { amountText } from "@/components/lib/parse-amount";
import type { Formats } from "@/components/lib/words/formats";
import { MAX_CAPACITY } from "@/server/domain/intake/validate-fleet-row";
import type { Driver, Project } from "./use-fleet";

/** "07:00–16:00", "22:00–06:00 +1". */
export function shiftText(
  format: Formats,
  { shiftFromSeconds, shiftToSeconds }: Pick<Driver, "shiftFromSeconds" | "shiftToSeconds">,
): string {
  return format.timeRange(shiftFromSeconds, shiftToSeconds);
}

/** "30 min 11:30–13:30, 15 min 15:00–16:00"; empty when he takes none. */
export function breaksText(format: Formats, breaks: Driver["breaks"]): string {
  return breaks
    .map((each) => `${each.durationSeconds / 60} min ${format.timeRange(each.fromSeconds, each.toSeconds)}`)
    .join(", ");
}

/** "900 kg · 7,000 l"; empty when nothing is limited. */
export function capacityText(
  format: Formats,
  capacity: readonly number[],
  dimensions: Project["loadDimensions"],
): string {
  const parts = format.loads(dimensions).flatMap(({ name, unit, perUnit }, index) => {
    const stored = capacity[index] ?? MAX_CAPACITY;
    if (stored >= MAX_CAPACITY) return [];
    const number = format.number(Number(amountText(stored, perUnit)), { maximumFractionDigits: 3 });
    return [`${number} ${unit || name.toLowerCase()}`];
  });
  return parts.join(" · ");
}

/** Whether every word of the query is in one of the texts. */
export function matchesSearch(query: string, texts: readonly (string | null | undefined)[]): boolean {
  const whole = texts.join("\n").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => whole.includes(word));
}
