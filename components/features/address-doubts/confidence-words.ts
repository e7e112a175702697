import type { LocationConfidence } from "@/server/domain/order/stored-delivery";

const WORDS: Partial<Record<LocationConfidence, string>> = {
  exact: "Door",
  interpolated: "Between doors",
  street: "Street only",
  city: "Town only",
  none: "Not found",
};

/** How well an address is known, short enough for a badge. */
export function confidenceWords(confidence: LocationConfidence): string {
  return WORDS[confidence] ?? confidence;
}
