const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  æ: "ae",
  å: "a",
  ß: "ss",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
};

/** Text for comparing: lower case, without accents and punctuation, words separated by one space. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[øæåßœłđðþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
