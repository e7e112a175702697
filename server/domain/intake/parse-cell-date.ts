import { isLocalDate } from "@/server/domain/time/local-date";
import { accepted, type CellResult, quoted, refused } from "./cell-result";
import { foldText } from "./fold-text";

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/;
const WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/;
const DAY_MONTH_NAME = /^(\d{1,2})(?:st|nd|rd|th)?\s*(?:de\s+)?([a-z]+)\s*(?:de\s+)?(\d{4})$/;
const MONTH_NAME_DAY = /^([a-z]+)\s*(\d{1,2})(?:st|nd|rd|th)?\s+(\d{4})$/;
// First three letters in English, German, French, Spanish and Danish; French June and July need a fourth.
const MONTH_PREFIXES: readonly (readonly string[])[] = [
  ["jan", "ene"],
  ["feb", "fev"],
  ["mar", "mrz", "maer"],
  ["apr", "avr", "abr"],
  ["may", "mai", "maj", "mayo"],
  ["jun", "juin"],
  ["jul", "juil"],
  ["aug", "aou", "ago"],
  ["sep"],
  ["oct", "okt"],
  ["nov"],
  ["dec", "dez", "dic"],
];

/** How a day such as 03/04/2026 is meant where the notation does not say. */
export type DateOrder = "day-first" | "month-first";

/**
 * A calendar day as `YYYY-MM-DD`: `2026-11-21`, `20261121`, `21.11.2026`, `21/11/2026`, `21 Nov 2026`. 03/04/2026 is
 * refused unless `order` says how it is meant; dots always put the day first; two-digit years are refused.
 */
export function parseCellDate(text: string, order?: DateOrder): CellResult<string> {
  const read = readDate(text, order);
  if (read === "ambiguous") {
    return refused("ambiguous_date", `${quoted(text)} can be read in two ways. Write the date as YYYY-MM-DD.`);
  }
  if (read === undefined || !isLocalDate(read)) {
    return refused("bad_date", `${quoted(text)} is not a date between 2000 and 2100. Write it as YYYY-MM-DD.`);
  }
  return accepted(read);
}

function readDate(text: string, order: DateOrder | undefined): string | "ambiguous" | undefined {
  const withTime = WITH_TIME.exec(text);
  if (withTime) return withTime[1];
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return joinDate(yearFirst[1], yearFirst[3], yearFirst[4]);
  const compact = COMPACT.exec(text);
  if (compact) return joinDate(compact[1], compact[2], compact[3]);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) return readYearLast(yearLast, order);
  const folded = foldText(text);
  const dayFirst = DAY_MONTH_NAME.exec(folded);
  if (dayFirst) return joinDate(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_NAME_DAY.exec(folded);
  return monthFirst ? joinDate(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]) : undefined;
}

function readYearLast(match: RegExpExecArray, order: DateOrder | undefined): string | "ambiguous" | undefined {
  const [, first, mark, second, year] = match;
  const [a, b] = [Number(first), Number(second)];
  if (mark === "." || a > 12 || a === b) return joinDate(year, second, first);
  if (b > 12) return joinDate(year, first, second);
  if (!order) return "ambiguous";
  return order === "day-first" ? joinDate(year, second, first) : joinDate(year, first, second);
}

function monthNumber(name: string | undefined): string | undefined {
  const index = MONTH_PREFIXES.findIndex((prefixes) => prefixes.some((prefix) => name?.startsWith(prefix)));
  return index < 0 ? undefined : String(index + 1);
}

function joinDate(year?: string, month?: string, day?: string): string | undefined {
  return year && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : undefined;
}
