// Soft hyphen, zero-width characters, direction marks and the byte order mark: never seen, always in the way.
const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const ODD_SPACE = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const SUSPECT = /[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u024f]/;
// Control characters that Postgres or a screen would choke on; line feeds stay.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A cell's text without invisible characters, with plain spaces and line feeds, trimmed. */
export function cleanCell(text: string): string {
  if (!SUSPECT.test(text)) return text.trim();
  return text
    .replace(/\r\n?/g, "\n")
    .replace(ODD_SPACE, " ")
    .replace(INVISIBLE, "")
    .replace(CONTROL, "")
    .normalize("NFC")
    .trim();
}
