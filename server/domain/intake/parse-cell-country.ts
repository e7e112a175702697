import { getCountries } from "libphonenumber-js/min";
import { accepted, type CellResult, quoted, refused } from "./cell-result";
import { foldText } from "./fold-text";

const LANGUAGES = ["en", "de", "fr", "es", "da"];
const OTHER_CODES: Readonly<Record<string, string>> = {
  uk: "GB",
  el: "GR",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "great britain": "GB",
  holland: "NL",
  usa: "US",
  "czech republic": "CZ",
  turkey: "TR",
  catalunya: "ES",
  aut: "AT",
  bel: "BE",
  can: "CA",
  che: "CH",
  cze: "CZ",
  deu: "DE",
  dnk: "DK",
  esp: "ES",
  est: "EE",
  fin: "FI",
  fra: "FR",
  fro: "FO",
  gbr: "GB",
  grc: "GR",
  grl: "GL",
  hrv: "HR",
  hun: "HU",
  irl: "IE",
  isl: "IS",
  ita: "IT",
  lie: "LI",
  ltu: "LT",
  lux: "LU",
  lva: "LV",
  nld: "NL",
  nor: "NO",
  pol: "PL",
  prt: "PT",
  rou: "RO",
  svk: "SK",
  svn: "SI",
  swe: "SE",
};
const codes: ReadonlySet<string> = new Set(getCountries());
let codeByName: Map<string, string> | undefined;

/** An ISO 3166-1 alpha-2 code from a code or a country's name in English, German, French, Spanish or Danish. */
export function parseCellCountry(text: string): CellResult<string> {
  const code = text.toUpperCase();
  if (codes.has(code)) return accepted(code);
  const folded = foldText(text);
  const other = OTHER_CODES[folded] ?? namedCountries().get(folded);
  if (other) return accepted(other);
  return refused("unknown_country", `${quoted(text)} is not a country. Use a two-letter code, like DK.`);
}

/** Built on first use: five languages × 245 names take a few milliseconds that most files do not need. */
function namedCountries(): Map<string, string> {
  if (codeByName) return codeByName;
  codeByName = new Map();
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames(language, { type: "region" });
    for (const code of codes) codeByName.set(foldText(names.of(code) ?? code), code);
  }
  return codeByName;
}
