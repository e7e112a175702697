/**
 * A number as people write it: "7,5", "1 200", "1.200,50" and "1,200.50" are numbers, a lone comma or point with other
 * than three digits after it is the decimal one. Null for anything else.
 */
export function parseAmount(text: string): number | null {
  const plain = text.trim().replace(/[\s\u00a0\u202f']/g, "");
  if (!/^[-+−]?[\d.,]+$/.test(plain) || !/\d/.test(plain)) return null;
  const last = Math.max(plain.lastIndexOf(","), plain.lastIndexOf("."));
  const separators = plain.replace(/[^.,]/g, "");
  const isDecimal = separators.length > 0 && isDecimalMark(plain, last, separators);
  const whole = (isDecimal ? plain.slice(0, last) : plain).replace(/[.,]/g, "").replace("−", "-");
  const value = Number(isDecimal ? `${whole || "0"}.${plain.slice(last + 1)}` : whole);
  return Number.isFinite(value) ? value : null;
}

function isDecimalMark(plain: string, last: number, separators: string): boolean {
  const mark = plain[last]!;
  if (separators.length === 1) return mark === "." || plain.length - last - 1 !== 3;
  // Several of one kind group thousands; of two kinds the last is the decimal one.
  return separators.split("").filter((each) => each === mark).length === 1;
}

/** A stored whole number as people edit it: 12,500 in thousandths → "12.5". */
export function amountText(stored: number, perUnit: number): string {
  return String(Number((stored / perUnit).toFixed(6)));
}
