import { FormatError } from "./format-error";

/** A line that is not blank, and where it stands (1 is the first). */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** The lines of a file that hold anything, trimmed. */
export function textLines(text: string): TextLine[] {
  return text
    .split(/\r?\n/)
    .map((line, i) => ({ number: i + 1, text: line.trim() }))
    .filter((line) => line.text !== "");
}

/** All numbers on a line; throws `FormatError` unless every field is one and, where `count` is given, there are so many. */
export function numbersOn({ number, text }: TextLine, count?: number): number[] {
  const fields = text.split(/\s+/);
  if (count !== undefined && fields.length !== count) {
    throw new FormatError(`has ${fields.length} fields, not ${count}: "${excerpt(text)}"`, number);
  }
  return fields.map((field) => {
    const value = Number(field);
    if (!Number.isFinite(value)) throw new FormatError(`"${excerpt(field)}" is not a number`, number);
    return value;
  });
}

const EXCERPT = 40;

/** Enough of a text to recognise it by in a message. */
export function excerpt(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
}
