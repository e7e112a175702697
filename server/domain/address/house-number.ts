/** "74B" is 74 and "b"; "6-8" is 6 up to 8; "12 bis" is 12 and "bis". */
export interface HouseNumber {
  readonly number: number;
  readonly toNumber?: number;
  /** Small; empty for none. */
  readonly letter: string;
}

const ADDITION = "bis|ter|quater|[a-z]{1,2}";
const HOUSE_NUMBER = new RegExp(`^(\\d{1,5})\\s?(${ADDITION})?(?:\\s?[-–/+]\\s?(\\d{1,5})\\s?(${ADDITION})?)?$`, "i");

/**
 * Reads one house number, undefined when the text is something else. In "12/5" the second number is a flat or a
 * second numbering (Poland, Austria, Czechia), in "6-8" it is where the range ends.
 */
export function parseHouseNumber(text: string): HouseNumber | undefined {
  const match = HOUSE_NUMBER.exec(text.trim());
  if (!match) return undefined;
  const number = Number(match[1]);
  const last = match[3] === undefined || text.includes("/") ? undefined : Number(match[3]);
  const letter = (match[2] ?? "").toLowerCase();
  return last !== undefined && last > number ? { number, toNumber: last, letter } : { number, letter };
}

/** "74B", "6-8": as it is written on the door. */
export function formatHouseNumber({ number, toNumber, letter }: HouseNumber): string {
  const addition = letter.length > 2 ? ` ${letter}` : letter.toUpperCase();
  return `${number}${addition}${toNumber === undefined ? "" : `-${toNumber}`}`;
}
