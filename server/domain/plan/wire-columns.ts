import { composeId, idParts } from "@/server/domain/ids";

/**
 * Columns of a table as short texts, made for JSON and what compresses it: nothing in them has to be escaped there, and
 * values near the ones before take few letters. Each pair of functions is exact.
 */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGIT_OF = new Map([...LETTERS].map((letter, digit) => [letter.charCodeAt(0), digit]));
const DIGIT_BY_CODE = Uint8Array.from({ length: 128 }, (_, code) => DIGIT_OF.get(code) ?? 255);

/** Integers up to 2^52 either way; five bits a letter, the sixth says that more follow. */
export function packNumbers(values: readonly number[]): string {
  let packed = "";
  for (const value of values) {
    let rest = value < 0 ? -value * 2 - 1 : value * 2;
    if (!Number.isSafeInteger(value) || !Number.isSafeInteger(rest))
      throw new RangeError(`${value} does not fit into a column`);
    while (rest >= 32) {
      packed += LETTERS[(rest % 32) + 32];
      rest = Math.floor(rest / 32);
    }
    packed += LETTERS[rest];
  }
  return packed;
}

/** Inverse of `packNumbers`. Throws a RangeError at what it did not make. */
export function unpackNumbers(packed: string): number[] {
  const values: number[] = [];
  let index = 0;
  while (index < packed.length) {
    let value = 0;
    let scale = 1;
    for (;;) {
      const digit = DIGIT_BY_CODE[packed.charCodeAt(index++)] ?? 255;
      if (digit > 63) throw new RangeError(`not a column of numbers at letter ${index - 1}`);
      value += (digit % 32) * scale;
      if (digit < 32) break;
      scale *= 32;
    }
    values.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2);
  }
  return values;
}

/** Integers that are near the ones before. */
export function packSteps(values: readonly number[]): string {
  return packNumbers(values.map((value, index) => value - (values[index - 1] ?? 0)));
}

export function unpackSteps(packed: string): number[] {
  let value = 0;
  return unpackNumbers(packed).map((step) => (value += step));
}

/** Integers all over a range, each with the letters it takes to tell the range; six bits a letter. */
export interface SpreadColumn {
  readonly from: number;
  readonly letters: number;
  readonly rows: string;
}

export function packSpread(values: readonly number[]): SpreadColumn {
  const from = values.reduce((least, value) => Math.min(least, value), values[0] ?? 0);
  const range = values.reduce((most, value) => Math.max(most, value - from), 0);
  let letters = 1;
  while (64 ** letters <= range) letters++;
  const rows = values.map((value) => {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} does not fit into a column`);
    let packed = "";
    for (let rest = value - from; packed.length < letters; rest = Math.floor(rest / 64)) {
      packed = LETTERS[rest % 64] + packed;
    }
    return packed;
  });
  return { from, letters, rows: rows.join("") };
}

export function unpackSpread({ from, letters, rows }: SpreadColumn): number[] {
  return Array.from({ length: rows.length / letters }, (_, row) => {
    let value = 0;
    for (let at = row * letters; at < (row + 1) * letters; at++) {
      value = value * 64 + DIGIT_BY_CODE[rows.charCodeAt(at)]!;
    }
    return from + value;
  });
}

/** Any texts; each ends with a bar. */
export function packTexts(texts: readonly string[]): string {
  return texts.map((text) => `${text.replaceAll("^", "^0").replaceAll("|", "^1")}|`).join("");
}

export function unpackTexts(packed: string): string[] {
  const texts = packed.split("|");
  texts.pop();
  return packed.includes("^") ? texts.map((text) => text.replaceAll("^1", "|").replaceAll("^0", "^")) : texts;
}

/** Ids: made one after the other they differ by little. `texts` where one of them is not of our making. */
export type IdColumn = { readonly milliseconds: string; readonly randoms: string } | { readonly texts: string };

export function packIds(ids: readonly string[]): IdColumn {
  const parts = ids.map(idParts);
  if (parts.includes(undefined)) return { texts: packTexts(ids) };
  return {
    milliseconds: packSteps(parts.map((each) => each!.unixMilliseconds)),
    randoms: packSteps(parts.map((each) => each!.random48)),
  };
}

export function unpackIds(packed: IdColumn): string[] {
  if ("texts" in packed) return unpackTexts(packed.texts);
  const randoms = unpackSteps(packed.randoms);
  return unpackSteps(packed.milliseconds).map((milliseconds, index) => composeId(milliseconds, randoms[index]!));
}

/** Texts that often end in a number, as senders count their orders: stems once, numbers as steps. */
export interface SerialColumn {
  readonly stems: string;
  /** Of each stem, how many digits follow it. */
  readonly digits: string;
  /** Of each row. */
  readonly stem: string;
  readonly number: string;
}

const SERIAL = /^(.*?)(\d{0,12})$/s;

export function packSerials(texts: readonly string[]): SerialColumn {
  const stems = new Dictionary<readonly [string, number]>();
  const rows = texts.map((text) => {
    const [, stem, digits] = SERIAL.exec(text)!;
    return { stem: stems.numberOf([stem!, digits!.length]), number: Number(digits) };
  });
  return {
    stems: packTexts(stems.values.map(([stem]) => stem)),
    digits: packNumbers(stems.values.map(([, digits]) => digits)),
    stem: packNumbers(rows.map((row) => row.stem)),
    number: packSteps(rows.map((row) => row.number)),
  };
}

export function unpackSerials(packed: SerialColumn): string[] {
  const stems = unpackTexts(packed.stems);
  const digits = unpackNumbers(packed.digits);
  const numbers = unpackSteps(packed.number);
  return unpackNumbers(packed.stem).map((stem, row) => {
    const number = digits[stem] === 0 ? "" : String(numbers[row]).padStart(digits[stem]!, "0");
    return stems[stem]! + number;
  });
}

/** Values that repeat: each different one once, and which of them a row has. */
export interface DictionaryColumn<T> {
  readonly values: readonly T[];
  readonly rows: string;
}

export function packRepeated<T>(rows: readonly T[]): DictionaryColumn<T> {
  const values = new Dictionary<T>();
  return { rows: packNumbers(rows.map((row) => values.numberOf(row))), values: values.values };
}

export function unpackRepeated<T>({ values, rows }: DictionaryColumn<T>): T[] {
  return unpackNumbers(rows).map((index) => values[index]!);
}

/** Gives each different value one number. */
class Dictionary<T> {
  readonly values: T[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(value: T): number {
    const key = JSON.stringify(value);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}
