import { isLocalDate } from "@/server/domain/time/local-date";
import type { LocalWindow } from "@/server/domain/time/local-window";
import { accepted, type CellFault, type CellResult, quoted, refused } from "./cell-result";
import { foldText } from "./fold-text";
import { formatTimeOfDay, parseTimeOfDay, type TimeOfDay } from "./parse-time-of-day";

const DAY = 86_400;
const MAX_WINDOWS = 10;
const BETWEEN_WINDOWS = /\s*(?:[;|\n&]|,(?!\d{1,2}\s*(?:$|-))|\s(?:and|und|et|y|og)\s)\s*/i;
const BETWEEN_TIMES = /\s*(?:-|–|—|→|~|\.{2,}|(?<=[\dmhr.])\s+(?:to|till?|until|bis|à|a|til|au|hasta|jusqu'à)\s+)\s*/i;
const LEADING = /^(?:between|from|zwischen|von|entre|de|mellem|fra|kl\.?)\s+(?=\d)/i;
const BETWEEN_AND = /\b(?:between|zwischen|entre|mellem)\s+(?:kl\.?\s*)?(\S+)\s+(?:and|und|et|y|og)\s+/gi;
const DATE_PREFIX = /^(\d{4}-\d{2}-\d{2})[T\s]+/;
const BEFORE =
  /^(?:by|before|until|till?|no later than|latest|bis|vor|spätestens|avant|jusqu'à|antes de(?: las)?|hasta(?: las)?|inden|før|senest|<=?)\s*(?:kl\.?\s*)?/i;
const AFTER =
  /^(?:after|from|not before|earliest|ab|nach|von|après|à partir de|dès|después de(?: las)?|desde(?: las)?|efter|fra|>=?)\s*(?:kl\.?\s*)?/i;
const ANY_TIME = new Set(
  [
    "any",
    "any time",
    "anytime",
    "all day",
    "ganztagig",
    "ganztags",
    "toute la journee",
    "todo el dia",
    "hele dagen",
  ].map(foldText),
);
// A span over midnight is believed when it starts in the evening, ends by morning and is no longer than a night shift.
const OVERNIGHT_FROM = 18 * 3600;
const OVERNIGHT_TO = 6 * 3600;
const OVERNIGHT_MAX = 10 * 3600;

/**
 * Promise windows: `08:00-10:00;16:00-20:00`, `8-10 am`, `8h30 à 10h`, `by 12:00`, `after 14:00`, `2026-11-21
 * 08:00-10:00`, `any time` (no window). A single time is refused, a span over midnight is accepted with a warning.
 */
export function parseCellWindows(text: string): CellResult<LocalWindow[]> {
  if (ANY_TIME.has(foldText(text))) return accepted([]);
  const parts = text
    .replace(BETWEEN_AND, "$1-")
    .split(BETWEEN_WINDOWS)
    .filter((part) => part !== "");
  if (parts.length > MAX_WINDOWS) {
    return refused(
      "too_many_windows",
      `${parts.length} time windows, at most ${MAX_WINDOWS} are kept. Join some of them.`,
    );
  }
  const windows: LocalWindow[] = [];
  let warning: CellFault | undefined;
  for (const part of parts) {
    const window = parseWindow(part);
    if (!window.ok) return window;
    windows.push(window.value);
    warning ??= window.warning;
  }
  return accepted(windows, warning);
}

function parseWindow(text: string): CellResult<LocalWindow> {
  const dated = DATE_PREFIX.exec(text);
  const date = dated?.[1];
  if (date && !isLocalDate(date)) return refused("bad_date", `${quoted(date)} is not a date between 2000 and 2100.`);
  const plain = (dated ? text.slice(dated[0].length) : text).trim();
  const onDay = date ? { date } : {};
  const before = BEFORE.exec(plain);
  if (before)
    return openWindow(plain.slice(before[0].length), (seconds) => ({ ...onDay, fromSeconds: 0, toSeconds: seconds }));
  const after = AFTER.exec(plain);
  const ends = plain.replace(LEADING, "").replace(DATE_PREFIX, "").split(BETWEEN_TIMES);
  if (after && ends.length === 1) {
    return openWindow(plain.slice(after[0].length), (seconds) => ({ ...onDay, fromSeconds: seconds, toSeconds: DAY }));
  }
  const [fromText, toText] = ends;
  if (ends.length === 1 && parseTimeOfDay(plain)) {
    return refused(
      "window_open",
      `${quoted(text)} is a single time. Write both ends, like 08:00-10:00, or “by 10:00”.`,
    );
  }
  if (ends.length !== 2 || !fromText || !toText) return badWindow(text);
  const to = parseTimeOfDay(toText.replace(DATE_PREFIX, ""));
  const from = parseTimeOfDay(fromText);
  if (!from || !to) return badTime(from ? toText : fromText);
  return closeWindow(shareMeridiem(from, to), to.seconds, onDay);
}

/** `8-10 pm` means both in the evening, `11-1 pm` only the second. */
function shareMeridiem(from: TimeOfDay, to: TimeOfDay): number {
  if (from.meridiem || to.meridiem !== "pm" || from.seconds >= DAY / 2) return from.seconds;
  return from.seconds + DAY / 2 < to.seconds ? from.seconds + DAY / 2 : from.seconds;
}

/** A window from two clock times; over midnight only when that is plausible. Times are wall-clock seconds of the day. */
export function closeWindow(
  fromSeconds: number,
  toSeconds: number,
  onDay: { readonly date?: string } = {},
): CellResult<LocalWindow> {
  const label = `${formatTimeOfDay(fromSeconds)}-${formatTimeOfDay(toSeconds)}`;
  if (fromSeconds < toSeconds) return accepted({ ...onDay, fromSeconds, toSeconds });
  const span = toSeconds + DAY - fromSeconds;
  if (fromSeconds >= OVERNIGHT_FROM && toSeconds <= OVERNIGHT_TO && span <= OVERNIGHT_MAX) {
    return accepted(
      { ...onDay, fromSeconds, toSeconds: toSeconds + DAY },
      { code: "overnight_window", message: `${label} was read as ending after midnight.` },
    );
  }
  const message =
    fromSeconds === toSeconds
      ? `${label} begins and ends at the same time. Write a later end.`
      : `${label} ends before it begins. Swap the times, or split it at midnight if a night is meant.`;
  return refused("window_backwards", message);
}

function openWindow(text: string, close: (seconds: number) => LocalWindow): CellResult<LocalWindow> {
  const time = parseTimeOfDay(text);
  if (!time) return badTime(text);
  const window = close(time.seconds);
  return window.fromSeconds < window.toSeconds ? accepted(window) : badTime(text);
}

function badTime(text: string): CellResult<never> {
  return refused("bad_time", `${quoted(text)} is not a time of day. Write 00:00 to 24:00, like 08:30.`);
}

function badWindow(text: string): CellResult<never> {
  return refused("bad_time", `${quoted(text)} is not a time window. Write it like 08:00-10:00, several split by “;”.`);
}
