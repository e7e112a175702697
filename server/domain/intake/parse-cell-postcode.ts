import { accepted, type CellResult, quoted, refused } from "./cell-result";

interface PostcodeShape {
  readonly pattern: RegExp;
  readonly example: string;
  /** Digits it always has, where leading zeros exist and spreadsheets drop them. */
  readonly digits?: number;
}

const digits = (count: number, example: string, zeros = false): PostcodeShape => ({
  pattern: new RegExp(`^\\d{${count}}$`),
  example,
  ...(zeros && { digits: count }),
});

// Only countries whose shape admits no exception; everywhere else any postcode is taken.
const SHAPES: Readonly<Record<string, PostcodeShape>> = {
  AT: digits(4, "1010"),
  AU: digits(4, "2000", true),
  BE: digits(4, "1000"),
  CA: { pattern: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/, example: "K1A 0B1" },
  CH: digits(4, "8001"),
  CZ: { pattern: /^\d{3} ?\d{2}$/, example: "110 00" },
  DE: digits(5, "10115", true),
  DK: digits(4, "2100", true),
  EE: digits(5, "10111"),
  ES: digits(5, "08013", true),
  FI: digits(5, "00100", true),
  FR: digits(5, "75001", true),
  GB: { pattern: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/, example: "SW1A 1AA" },
  GR: { pattern: /^\d{3} ?\d{2}$/, example: "105 57" },
  HU: digits(4, "1051"),
  IT: digits(5, "00118", true),
  LI: digits(4, "9490"),
  LU: digits(4, "1009"),
  MX: digits(5, "06000", true),
  NL: { pattern: /^\d{4} ?[A-Z]{2}$/, example: "1012 AB" },
  NO: digits(4, "0150", true),
  PL: { pattern: /^\d{2}-?\d{3}$/, example: "00-001" },
  PT: { pattern: /^\d{4}(-?\d{3})?$/, example: "1000-001" },
  SE: { pattern: /^\d{3} ?\d{2}$/, example: "111 20" },
  SI: digits(4, "1000"),
  SK: { pattern: /^\d{3} ?\d{2}$/, example: "811 01" },
  US: { pattern: /^\d{5}(-\d{4})?$/, example: "10001", digits: 5 },
};
const MAX_LENGTH = 20;

/**
 * A postcode as `country` writes it. A country prefix (`DK-2100`) is taken off, leading zeros lost in a spreadsheet are
 * put back with a warning, a shape the country does not have is refused.
 */
export function parseCellPostcode(text: string, country: string): CellResult<string> {
  const upper = text.toUpperCase();
  const shape = SHAPES[country];
  if (!shape) {
    if (upper.length > MAX_LENGTH) return refused("too_long", `A postcode has at most ${MAX_LENGTH} characters.`);
    return accepted(upper);
  }
  const plain = upper.replace(new RegExp(`^${country}? ?- ?(?=\\d)|^${country} (?=\\d)`), "").replace(/\.0$/, "");
  if (shape.pattern.test(plain)) return accepted(plain);
  const padded = shape.digits && /^\d+$/.test(plain) && plain.length === shape.digits - 1 ? `0${plain}` : undefined;
  if (padded) {
    const message = `${quoted(text)} was read as ${padded}: the leading zero is usually lost in a spreadsheet.`;
    return accepted(padded, { code: "postcode_padded", message });
  }
  return refused("postcode_shape", `${quoted(text)} is not a postcode of ${country}. They look like ${shape.example}.`);
}
