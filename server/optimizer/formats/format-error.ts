/** A file that is not what it is said to be. The message is one line: what is wrong, where, and what was expected. */
export class FormatError extends Error {
  constructor(cause: string, line?: number) {
    super(line === undefined ? cause : `line ${line}: ${cause}`);
    this.name = "FormatError";
  }
}
