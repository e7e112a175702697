import { normalizeAddress } from "@/server/domain/address/normalize-address";

const MASK = "…";
/** Short words in small letters join others ("del", "de la") and stay. */
const JOINING = /^\p{Ll}{1,3}$/u;

interface MaskedParts {
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}

/**
 * An address for whoever holds a link but has not shown who he is (product.md §3: "Carrer del B…, 08010"): the kind of
 * street, the first letter of its name and the postcode. No number, floor or door, in whatever order they were written.
 */
export function maskAddress({ street, postcode, city }: MaskedParts): string {
  const words = normalizeAddress({ street })
    .street.split(/[\s,;]+/)
    .filter((word) => word !== "" && !/\d/.test(word));
  return [maskStreet(words), postcode.trim() || city.trim()].filter(Boolean).join(", ");
}

function maskStreet(words: readonly string[]): string {
  if (words.length === 0) return "";
  if (words.length === 1) return firstLetter(words[0]!);
  const [kind, ...rest] = words;
  const nameAt = rest.findIndex((word) => !JOINING.test(word));
  if (nameAt < 0) return `${kind} ${MASK}`;
  return [kind, ...rest.slice(0, nameAt), firstLetter(rest[nameAt]!)].join(" ");
}

function firstLetter(word: string): string {
  return `${[...word][0]}${MASK}`;
}
