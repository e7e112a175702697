/** Signs nobody sees: control characters, what turns the direction of writing, joints without width, halves of letters. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * What a stranger has typed, as drivers and desks may be shown it: the same letters without signs that are not seen and
 * could make it read otherwise than it looks. Line ends and joiners of emoji stay; more than one empty line does not.
 */
export function cleanCustomerText(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(UNSEEN, (sign) => (sign === "\n" ? sign : sign === "\t" ? " " : ""))
    .replace(/[^\S\n]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .normalize("NFC");
}
