import "server-only";

/** A line of a stream, counted from 1; null where it is longer than it may be. */
export interface StreamLine {
  readonly lineNumber: number;
  readonly text: string | null;
}

/** A stream's lines as they come, without those that are blank. Of the stream no more is held than one line. */
export async function* readLines(
  stream: ReadableStream<Uint8Array>,
  maxCharacters: number,
): AsyncGenerator<StreamLine, void, undefined> {
  const decoder = new TextDecoder("utf-8");
  let lineNumber = 1;
  let rest = "";
  let isTooLong = false;
  const lineOf = (end: string): StreamLine | undefined => {
    const text = rest + end;
    const line = { lineNumber: lineNumber++, text: isTooLong || text.length > maxCharacters ? null : text };
    rest = "";
    isTooLong = false;
    return line.text?.trim() === "" ? undefined : line;
  };
  for await (const chunk of stream) {
    const parts = decoder.decode(chunk, { stream: true }).split("\n");
    const last = parts.pop()!;
    for (const part of parts) {
      const line = lineOf(part);
      if (line) yield line;
    }
    // What is too long already is not gathered any further.
    if (rest.length + last.length > maxCharacters) isTooLong = true;
    rest = isTooLong ? "" : rest + last;
  }
  const line = rest === "" && !isTooLong ? undefined : lineOf(decoder.decode());
  if (line) yield line;
}
