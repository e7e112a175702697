import { FormatError } from "./format-error";
import { excerpt, numbersOn, type TextLine, textLines } from "./text-lines";

const KEYWORD = /^([A-Z_]+)\s*:\s*(.*)$/;
const SECTION = /^([A-Z_]+_SECTION)\b\s*$/;

/** A file of TSPLIB's kind: `KEY : value` lines and sections of numbers (Reinelt, TSPLIB 95). */
export class TsplibText {
  private readonly values = new Map<string, string>();
  private readonly sections = new Map<string, TextLine[]>();

  constructor(text: string) {
    let section: TextLine[] | undefined;
    for (const line of textLines(text)) {
      const title = SECTION.exec(line.text);
      const keyword = KEYWORD.exec(line.text);
      if (title) {
        section = [];
        this.sections.set(title[1]!, section);
      } else if (keyword) {
        section = undefined;
        this.values.set(keyword[1]!, keyword[2]!.trim());
      } else if (line.text === "EOF") break;
      else if (section) section.push(line);
      else throw new FormatError(`"${excerpt(line.text)}" is neither KEY : value nor in a section`, line.number);
    }
  }

  /** What stands behind a key; undefined without it. */
  value(key: string): string | undefined {
    return this.values.get(key);
  }

  number(key: string): number {
    const value = this.values.get(key);
    if (value === undefined) throw new FormatError(`has no line ${key}`);
    if (value === "" || !Number.isFinite(Number(value))) {
      throw new FormatError(`${key} is "${excerpt(value)}", not a number`);
    }
    return Number(value);
  }

  /** The rows of a section, by their node's number: `width` numbers after it, for exactly `count` nodes. */
  rows(name: string, width: number, count: number): Map<number, number[]> {
    const lines = this.section(name);
    const rows = new Map(
      lines.map((line) => {
        const [node, ...numbers] = numbersOn(line, width + 1) as [number, ...number[]];
        return [node, numbers];
      }),
    );
    if (rows.size !== count)
      throw new FormatError(`${name} has ${rows.size} nodes, not ${count}: is the file cut off?`);
    return rows;
  }

  /** Every number of a section in order, however they are broken into lines. */
  numbers(name: string, count: number): number[] {
    const numbers = this.section(name).flatMap((line) => numbersOn(line));
    if (numbers.length !== count) {
      throw new FormatError(`${name} has ${numbers.length} numbers, not ${count}: is the file cut off?`);
    }
    return numbers;
  }

  /** The first number of DEPOT_SECTION, which ends with −1; 1 without such a section. */
  depot(): number {
    const [first] = (this.sections.get("DEPOT_SECTION") ?? []).flatMap((line) => numbersOn(line));
    return first ?? 1;
  }

  private section(name: string): TextLine[] {
    const lines = this.sections.get(name);
    if (!lines) throw new FormatError(`has no ${name}: cut off, or not of this format`);
    return lines;
  }
}
