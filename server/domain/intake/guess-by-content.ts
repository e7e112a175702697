const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ["email", /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ["phone", /^\+\d[\d\s().-]{6,18}$/],
  ["time_windows", /^\d{1,2}[:.]\d{2}\s*[-–]\s*\d{1,2}[:.]\d{2}/],
  ["service_date", /^\d{4}-\d{2}-\d{2}$/],
];
const NUMBER = /^[+-]?\d+([.,]\d+)*\s*[A-Za-z³°'"]*\s*[A-Za-z]?$/;
const EXPECTED: Readonly<Record<string, RegExp>> = {
  email: /@/,
  phone: /\d.*\d.*\d.*\d/,
  lat: NUMBER,
  lon: NUMBER,
  weight_kg: NUMBER,
  volume_l: NUMBER,
  parcels: NUMBER,
  load4: NUMBER,
  capacity_4: NUMBER,
  co2_g_per_km: NUMBER,
  postcode: /\d/,
  house_number: /\d/,
};
const SHARE = 0.8;

/** The field a column's texts speak for, when at least four fifths of them do. */
export function guessByContent(values: readonly string[]): string | undefined {
  if (values.length < 3) return undefined;
  return PATTERNS.find(([, pattern]) => share(values, pattern) >= SHARE)?.[0];
}

/** True when most of a column's texts cannot be what its heading promises. */
export function contradictsContent(field: string, values: readonly string[]): boolean {
  const expected = EXPECTED[field.replace(/^pickup_/, "")];
  return expected !== undefined && values.length > 0 && share(values, expected) < 0.5;
}

function share(values: readonly string[], pattern: RegExp): number {
  return values.filter((value) => pattern.test(value)).length / values.length;
}
