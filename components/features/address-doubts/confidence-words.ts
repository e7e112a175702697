import type { Words } from "@/components/lib/words/words";
import type { LocationConfidence } from "@/server/domain/order/stored-delivery";

const KNOWN = ["exact", "interpolated", "street", "city", "none"] as const;

/** How well an address is known, short enough for a badge. */
export function confidenceWords(t: Words<"addressDoubts">, confidence: LocationConfidence): string {
  const known = KNOWN.find((each) => each === confidence);
  return known ? t(`confidence.${known}`) : confidence;
}
