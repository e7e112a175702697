import { accepted, type CellResult, quoted, refused } from "./cell-result";
import { looksLikeFormula } from "./parse-cell-text";

const MAX_ENTRIES = 50;

/** Entries split by `;`, `,`, `|` or a new line, without repeats. At most 50 of at most `maxLength` characters. */
export function parseCellList(text: string, maxLength = 60): CellResult<string[]> {
  const entries = [...new Set(text.split(/[;,|\n]/).map((entry) => entry.trim()))].filter((entry) => entry !== "");
  const formula = entries.find((entry) => looksLikeFormula(entry));
  if (formula) return refused("formula", `${quoted(formula)} looks like a spreadsheet formula. Write the text itself.`);
  const long = entries.find((entry) => entry.length > maxLength);
  if (long) return refused("too_long", `${quoted(long)} is longer than ${maxLength} characters. Shorten it.`);
  if (entries.length > MAX_ENTRIES) {
    return refused("too_many_entries", `${entries.length} entries, at most ${MAX_ENTRIES} are kept. Remove some.`);
  }
  return accepted(entries);
}
