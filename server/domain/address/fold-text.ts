/** Letters that Unicode does not decompose into a base letter and an accent. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ß: "ss",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŋ: "n",
};

/**
 * Text as it is compared: small letters without accents, digits, single spaces. Apostrophes vanish, all other
 * punctuation separates. Letters of other scripts stay. Idempotent.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[æœøßłđðþħıŋ]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/['’‘`´]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Words that people leave out of street names: "Carrer de Mallorca", "Rue de la Paix", "Am Alten Markt" keeps its own. */
const PARTICLES = new Set([
  "de",
  "del",
  "dels",
  "della",
  "di",
  "da",
  "do",
  "dos",
  "das",
  "du",
  "des",
  "d",
  "la",
  "le",
  "les",
  "el",
  "l",
  "the",
  "of",
  "van",
  "von",
  "der",
  "den",
  "het",
]);

/**
 * A folded text with the spellings collapsed that stand for one another: ae/oe/ue/aa for ä/ö/ü/å, no particles, no
 * spaces. Two different streets of one town hardly ever share it.
 */
export function collapseSpelling(folded: string): string {
  const words = folded.split(" ").filter((word) => !PARTICLES.has(word));
  return (words.length > 0 ? words.join("") : folded.replaceAll(" ", ""))
    .replace(/a[ae]/g, "a")
    .replace(/oe/g, "o")
    .replace(/ue/g, "u");
}
