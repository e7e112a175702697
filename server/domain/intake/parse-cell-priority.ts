import type { Priority } from "@/server/domain/plan/routing-problem";
import { accepted, type CellResult, quoted, refused } from "./cell-result";

// English, German, French, Spanish, Danish. Bare numbers are left out: 1 is the top in one system, the bottom in another.
const SYNONYMS: Readonly<Record<Priority, readonly string[]>> = {
  low: ["low", "lowest", "l", "niedrig", "gering", "basse", "faible", "baja", "lav", "economy"],
  normal: ["normal", "medium", "standard", "default", "m", "n", "mittel", "normale", "moyenne", "media", "regular"],
  high: ["high", "h", "hoch", "haute", "élevée", "alta", "høj", "important", "express"],
  critical: [
    "critical",
    "urgent",
    "highest",
    "kritisch",
    "dringend",
    "critique",
    "urgente",
    "crítica",
    "kritisk",
    "haster",
  ],
};
const BY_WORD = new Map(
  Object.entries(SYNONYMS).flatMap(([priority, words]) => words.map((word) => [word, priority as Priority] as const)),
);

/** One of the four priorities, in English, German, French, Spanish or Danish. */
export function parseCellPriority(text: string): CellResult<Priority> {
  const word = text.toLowerCase();
  const priority = BY_WORD.get(word);
  if (priority) return accepted(priority);
  const near = BY_WORD.get(word.replace(/[^\p{L}]+/gu, ""));
  const hint = near ? ` Did you mean ${near}?` : "";
  return refused("unknown_priority", `${quoted(text)} is not a priority. Use low, normal, high or critical.${hint}`);
}
