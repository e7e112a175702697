import { accepted, type CellFault, type CellResult, quoted, refused } from "./cell-result";

const GROUP_SPACES = /(?<=\d)[ '’](?=\d{3}(?!\d))/g;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;

/**
 * A decimal number in English or continental notation (`1.2`, `1,2`, `1 200`, `1.200,5`, `1,200.5`). With both marks the
 * last one is the decimal mark; a single comma is one too, and a warning says so when three digits follow it.
 */
export function parseCellDecimal(text: string): CellResult<number> {
  const compact = text.replace(GROUP_SPACES, "").replace("−", "-");
  const dots = compact.split(".").length - 1;
  const commas = compact.split(",").length - 1;
  let plain = compact;
  let warning: CellFault | undefined;
  if (dots > 0 && commas > 0) {
    const decimalIsComma = compact.lastIndexOf(",") > compact.lastIndexOf(".");
    plain = decimalIsComma ? compact.replaceAll(".", "").replace(",", ".") : compact.replaceAll(",", "");
  } else if (commas === 1) {
    plain = compact.replace(",", ".");
    if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(compact)) {
      warning = {
        code: "ambiguous_number",
        message: `${quoted(text)} was read as ${Number(plain)}. Write ${compact.replace(",", "")} if you meant thousands.`,
      };
    }
  } else if (commas > 1 && /^[+-]?\d{1,3}(,\d{3})+$/.test(compact)) {
    plain = compact.replaceAll(",", "");
  } else if (dots > 1 && /^[+-]?\d{1,3}(\.\d{3})+$/.test(compact)) {
    plain = compact.replaceAll(".", "");
  }
  const value = NUMBER.test(plain) ? Number(plain) : Number.NaN;
  if (!Number.isFinite(value)) return refused("not_a_number", `${quoted(text)} is not a number. Use digits, like 2.5.`);
  return accepted(value, warning);
}

/** A whole number from 0 to `max`; `what` names it in messages ("parcels"). `2.0` counts as 2. */
export function parseCellCount(text: string, max: number, what: string): CellResult<number> {
  const number = parseCellDecimal(text);
  if (!number.ok) return number;
  if (number.value < 0) return refused("negative", `${quoted(text)} is negative. ${what} must be 0 or more.`);
  if (!Number.isInteger(number.value))
    return refused("not_whole", `${quoted(text)} is not whole. ${what} must be a whole number.`);
  if (number.value > max)
    return refused("too_large", `${quoted(text)} is more than ${max}. Check ${what.toLowerCase()}.`);
  return number;
}
