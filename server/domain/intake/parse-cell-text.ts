import { accepted, type CellResult, quoted, refused } from "./cell-result";

const STARTS_LIKE_FORMULA = /^[=+\-@]/;
const PLAIN_NUMBER_OR_PHONE = /^[+-]?[\d\s().,/-]+$/;
// In prose a line may begin with a dash or a plus; a function call, a cell reference or a DDE command may not.
const FORMULA_IN_PROSE = /^(=|[+\-@]\s*[A-Za-z_.]+\s*[(|!]|[+\-@]\s*\$?[A-Za-z]{1,3}\$?\d+\s*([-+*/!&]|$))/;
const LONE_DASH = /^[-–—]+$/;

/** True for a text that a spreadsheet would run rather than show. Numbers and phone numbers are not. */
export function looksLikeFormula(text: string, prose = false): boolean {
  if (prose) return FORMULA_IN_PROSE.test(text);
  return STARTS_LIKE_FORMULA.test(text) && !PLAIN_NUMBER_OR_PHONE.test(text);
}

/**
 * A free text of at most `max` characters; `prose` allows a first line that begins with a dash. A lone dash means empty.
 * Refuses formulas and a cell that begins with a quote nobody closed (the reader leaves it there).
 */
export function parseCellText(text: string, max: number, prose = false): CellResult<string> {
  if (LONE_DASH.test(text)) return accepted("");
  if (text.startsWith('"') && text.indexOf('"', 1) < 0) {
    return refused("unclosed_quote", `A quotation mark opens here and never closes. Remove it and check the text.`);
  }
  if (looksLikeFormula(text, prose)) {
    return refused("formula", `${quoted(text)} looks like a spreadsheet formula. Write the text itself.`);
  }
  if (text.length > max) {
    return refused("too_long", `This text has ${text.length} characters, at most ${max} are kept. Shorten it.`);
  }
  if (text.includes("\ufffd")) {
    return accepted(text, {
      code: "damaged_characters",
      message: `${quoted(text)} has characters that could not be read. Check the spelling.`,
    });
  }
  return accepted(text);
}
