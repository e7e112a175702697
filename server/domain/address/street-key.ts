import { foldText } from "./fold-text";

/** Words of one meaning, written out or abbreviated; the first is the key's. Only where nothing else is meant. */
const SYNONYMS: readonly (readonly string[])[] = [
  ["avenue", "ave", "av", "avenida", "avda", "avinguda", "avd"],
  ["boulevard", "blvd", "bvd", "bd", "boul", "bulevard"],
  ["road", "rd"],
  ["strasse", "str"],
  ["square", "sq"],
  ["lane", "ln"],
  ["court", "ct"],
  ["alle", "allee"],
  ["gammel", "gl"],
  ["nordre", "ndr"],
  ["sondre", "sdr"],
  ["vestre", "vstr"],
  ["sankt", "skt"],
  ["kongens", "kgs"],
  ["carretera", "ctra"],
  ["plaza", "pza", "placa"],
  ["piazza", "pza za"],
  ["ulica", "ul"],
];
const KEY_WORDS = new Map(SYNONYMS.flatMap(([key, ...others]) => others.map((word) => [word, key!] as const)));

/** Abbreviations that mean something else elsewhere in a name: "St Marks St", "Dr. Tværgade", "Via C. Colombo". */
const FIRST_WORDS = new Map([
  ["c", "calle"],
  ["cl", "calle"],
  ["carrer", "calle"],
  ["pl", "plaza"],
  ["bvd", "boulevard"],
  ["r", "rue"],
]);
const LAST_WORDS = new Map([
  ["st", "street"],
  ["dr", "drive"],
  ["pl", "place"],
]);

/**
 * A street's name as it is searched for and compared: folded, common abbreviations written out ("Hauptstr." and
 * "Hauptstraße" are one, so are "Av. Diagonal" and "Avinguda Diagonal"). Empty for text without letters or digits.
 */
export function streetKey(street: string): string {
  const words = foldText(street.replace(/\bc\s*\/\s*/i, "calle ")).split(" ");
  return words
    .map((word, index) => {
      if (words.length > 1 && index === 0 && FIRST_WORDS.has(word)) return FIRST_WORDS.get(word)!;
      if (words.length > 1 && index === words.length - 1 && LAST_WORDS.has(word)) return LAST_WORDS.get(word)!;
      return KEY_WORDS.get(word) ?? word.replace(/(?<=\p{L}{3})str$/u, "strasse");
    })
    .join(" ");
}
