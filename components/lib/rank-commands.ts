import type { Command } from "@/components/lib/commands";
import { foldText } from "@/server/domain/address/fold-text";

/** The words of a query, folded as texts are for matching. */
export function queryWords(query: string): string[] {
  return foldText(query).split(" ").filter(Boolean);
}

/**
 * How well a folded text answers: 0 unless every word is found in it; more where words begin words of the text, most
 * where the text begins with the first.
 */
export function matchScore(folded: string, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    const at = folded.indexOf(word);
    if (at < 0) return 0;
    const isWhole = at === 0 || folded.includes(` ${word}`);
    score += isWhole ? 3 : 1;
  }
  return score + (words[0] !== undefined && folded.startsWith(words[0]) ? 2 : 0);
}

/** The commands that a query finds, best first: by label, then by keywords; what was used lately and can run goes ahead. */
export function rankCommands(
  commands: readonly Command[],
  words: readonly string[],
  recentIds: readonly string[] = [],
): Command[] {
  const scored = commands.flatMap((command) => {
    const byLabel = matchScore(foldText(command.label), words) * 4;
    const byAll = matchScore(foldText(`${command.label} ${command.keywords ?? ""} ${command.hint ?? ""}`), words);
    const match = Math.max(byLabel, byAll);
    if (match === 0) return [];
    const recent = recentIds.includes(command.id) ? 2 : 0;
    return [{ command, score: match + recent + (command.enabled ? 100 : 0) }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ command }) => command);
}
