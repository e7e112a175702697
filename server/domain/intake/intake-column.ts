/** One field a file's column can be read into. */
export interface IntakeColumn<F extends string = string> {
  readonly key: F;
  /** Shown to people. */
  readonly label: string;
  readonly group: string;
  readonly example: string;
  /** Headings under which the field is known, in several languages; compared after `foldText`. */
  readonly aliases: readonly string[];
  /** What goes between the texts of several columns read into this field. */
  readonly join: string;
}

/** A list of aliases from one text, split at commas. */
export function names(text: string): readonly string[] {
  return text
    .trim()
    .split(/,\s+/)
    .map((name) => name.replace(/\s+/g, " "));
}
