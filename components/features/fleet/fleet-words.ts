import { formatCount, formatTimeRange } from "@/components/lib/format";
import { MAX_CAPACITY } from "@/server/domain/intake/validate-fleet-row";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { Driver, Project } from "./use-fleet";

export const PROFILE_LABELS: Readonly<Record<TravelProfile, string>> = {
  car: "Car",
  van: "Van",
  truck: "Truck",
  bike: "Bike",
  foot: "On foot",
};

export const STATUS_LABELS: Readonly<Record<Driver["status"], string>> = {
  active: "Active",
  inactive: "Inactive",
  archived: "Archived",
};

/** "07:00–16:00", "22:00–06:00 +1". */
export function shiftText({ shiftFromSeconds, shiftToSeconds }: Pick<Driver, "shiftFromSeconds" | "shiftToSeconds">) {
  return formatTimeRange(shiftFromSeconds, shiftToSeconds);
}

/** "900 kg · 7,000 l"; empty when nothing is limited. */
export function capacityText(capacity: readonly number[], dimensions: Project["loadDimensions"]): string {
  const parts = dimensions.flatMap(({ name, unit, perUnit }, index) => {
    const stored = capacity[index] ?? MAX_CAPACITY;
    if (stored >= MAX_CAPACITY) return [];
    const amount = stored / perUnit;
    const number = Number.isInteger(amount) ? formatCount(amount) : String(Math.round(amount * 1000) / 1000);
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
