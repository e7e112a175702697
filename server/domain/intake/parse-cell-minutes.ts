import { accepted, type CellResult, quoted, refused } from "./cell-result";
import { parseCellDecimal } from "./parse-cell-number";

const MAX_SECONDS = 12 * 3600;
const CLOCK = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/;
const ISO = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/i;
const HOURS_MINUTES = /^(\d+)\s*(?:h|hrs?|hours?|std|t)\.?\s*(\d{1,2})\s*(?:m|min|mins|minutes?)?\.?$/i;
const WITH_UNIT = /^(.*\d)\s*([a-z]+)\.?$/i;
const SECONDS_PER_UNIT: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  sek: 1,
  m: 60,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  minuten: 60,
  minutter: 60,
  minutos: 60,
  h: 3600,
  hr: 3600,
  hrs: 3600,
  hour: 3600,
  hours: 3600,
  std: 3600,
  t: 3600,
};

/**
 * A time at the door in seconds. Minutes unless the cell says otherwise (`10`, `2,5`, `90 s`, `1h30`, `00:10`, `PT10M`);
 * `00:10` is hours and minutes. Refuses anything negative or longer than 12 hours.
 */
export function parseCellMinutes(text: string): CellResult<number> {
  const seconds = readSeconds(text);
  if (seconds === undefined) {
    return refused("not_a_number", `${quoted(text)} is not a number of minutes. Use digits, like 5.`);
  }
  if (seconds < 0) return refused("negative", `${quoted(text)} is negative. Minutes at the door must be 0 or more.`);
  if (seconds > MAX_SECONDS) {
    return refused("too_large", `${quoted(text)} minutes at the door is more than 12 hours. Check the number.`);
  }
  return accepted(Math.round(seconds));
}

function readSeconds(text: string): number | undefined {
  const clock = CLOCK.exec(text) ?? HOURS_MINUTES.exec(text) ?? ISO.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 3600 + Number(clock[2] ?? 0) * 60 + Number(clock[3] ?? 0);
  const whole = parseCellDecimal(text);
  if (whole.ok) return whole.value * 60;
  const match = WITH_UNIT.exec(text);
  const factor = SECONDS_PER_UNIT[match?.[2]?.toLowerCase() ?? ""];
  const number = factor === undefined ? undefined : parseCellDecimal(match?.[1]?.trim() ?? "");
  return number?.ok && factor !== undefined ? number.value * factor : undefined;
}
