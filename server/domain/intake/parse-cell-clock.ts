import { Temporal } from "temporal-polyfill";
import { isLocalDate } from "@/server/domain/time/local-date";
import { accepted, type CellResult, quoted, refused } from "./cell-result";
import { parseTimeOfDay } from "./parse-time-of-day";

const WITH_DATE = /^(\d{4}-\d{2}-\d{2})[T\s]+(.+)$/;
const OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/;

export interface ClockCell {
  readonly date?: string;
  /** Wall-clock seconds of the day. */
  readonly seconds: number;
}

/**
 * One end of a window in a column of its own: a time (`08:00`), a date and time, or an instant with an offset, which is
 * turned into the wall clock of `zone`.
 */
export function parseCellClock(text: string, zone: string): CellResult<ClockCell> {
  const dated = WITH_DATE.exec(text);
  if (dated && OFFSET.test(text)) {
    try {
      const wall = Temporal.Instant.from(text.replace(/\s+/, "T")).toZonedDateTimeISO(zone);
      return accepted({
        date: wall.toPlainDate().toString(),
        seconds: wall.hour * 3600 + wall.minute * 60 + wall.second,
      });
    } catch {
      return badClock(text);
    }
  }
  const time = parseTimeOfDay(dated?.[2] ?? text);
  if (!time) return badClock(text);
  if (!dated?.[1]) return accepted({ seconds: time.seconds });
  if (!isLocalDate(dated[1])) {
    return refused("bad_date", `${quoted(dated[1])} is not a date between 2000 and 2100. Write it as YYYY-MM-DD.`);
  }
  return accepted({ date: dated[1], seconds: time.seconds });
}

function badClock(text: string): CellResult<never> {
  return refused("bad_time", `${quoted(text)} is not a time of day. Write 00:00 to 24:00, like 08:30.`);
}
