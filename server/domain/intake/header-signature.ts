import { foldText } from "./fold-text";

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * A short key under which the mapping of files with these headings is remembered. The same for headings that differ only
 * in case, accents, punctuation or empty columns at the end; different when columns move, since mappings hold indexes.
 */
export function headerSignature(headers: readonly string[]): string {
  const folded = headers.map((header) => foldText(header) || header.trim());
  while (folded.at(-1) === "") folded.pop();
  let hash = OFFSET;
  // FNV-1a over UTF-16 units, 64 bits.
  for (const character of folded.join("\u001f")) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0) ?? 0)) * PRIME);
  }
  return `${folded.length}-${hash.toString(16).padStart(16, "0")}`;
}
