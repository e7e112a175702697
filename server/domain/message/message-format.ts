import type { MessageReader } from "./message-reader";

/** How a message writes days and times, for its reader. */
export interface MessageFormat {
  /** A calendar date: "Sunday 25 October". */
  day(date: string): string;
  /** An instant as clock time in a zone: "08:15". */
  clock(instant: Date, zone: string): string;
  /** With what the clock is off from UTC, for the hour that comes twice: "02:30 GMT+2". */
  clockWithOffset(instant: Date, zone: string): string;
}

/** Days and times without the thin spaces of some locales, for which a text message would need twice the segments. */
export function messageFormat({ locale }: MessageReader): MessageFormat {
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, " ");
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  return {
    day: (date) => plain(day.format(new Date(`${date}T12:00:00Z`))),
    clock: (instant, timeZone) => {
      const clock = new Intl.DateTimeFormat(locale, { ...time, timeZone });
      return plain(clock.format(instant));
    },
    clockWithOffset: (instant, timeZone) => {
      const clock = new Intl.DateTimeFormat(locale, { ...time, timeZone, timeZoneName: "shortOffset" });
      return plain(clock.format(instant));
    },
  };
}
