const TIME =
  /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?|h)?\s*(?:uhr|hrs?|h|kl)?\s*(a\.?m\.?|p\.?m\.?)?\.?$/i;
const COMPACT = /^([01]\d|2[0-4])([0-5]\d)$/;
const WORDS: Readonly<Record<string, number>> = {
  noon: 43_200,
  midday: 43_200,
  mittag: 43_200,
  midi: 43_200,
  mediodia: 43_200,
  middag: 43_200,
  midnight: 86_400,
  mitternacht: 86_400,
  minuit: 86_400,
  medianoche: 86_400,
  midnat: 86_400,
};

export interface TimeOfDay {
  /** Wall-clock seconds of the day, 0 … 86,400 (24:00). */
  readonly seconds: number;
  readonly meridiem?: "am" | "pm";
}

/**
 * A time on the clock: `8`, `08:00`, `8.30`, `8h30`, `0800`, `8 am`, `08:00:00`, `noon`, `24:00`. Undefined for anything
 * else, such as 25:00, 08:60 or 13 pm.
 */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  const plain = text.trim().replace(/^(kl\.?|at|um|à|a las)\s+/i, "");
  const word =
    WORDS[
      plain
        .toLowerCase()
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/g, "")
    ];
  if (word !== undefined) return { seconds: word };
  const match = COMPACT.exec(plain) ?? TIME.exec(plain);
  if (!match) return undefined;
  const minute = Number(match[2] ?? 0);
  const second = Number(match[3] ?? 0);
  let hour = Number(match[1]);
  if (minute > 59 || second > 59) return undefined;
  const meridiem = match[4] ? (/^a/i.test(match[4]) ? "am" : "pm") : undefined;
  if (meridiem) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (meridiem === "pm" ? 12 : 0);
  }
  const seconds = hour * 3600 + minute * 60 + second;
  if (seconds > 86_400) return undefined;
  return meridiem ? { seconds, meridiem } : { seconds };
}

/** Wall-clock seconds as people write them: `08:00`. */
export function formatTimeOfDay(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}`;
}
