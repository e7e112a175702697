import { z } from "zod";
import { readLines, type StreamLine } from "@/server/api/kernel/read-lines";
import type { BulkItem } from "@/server/domain/bulk/bulk-job";
import type { ReceivedLine } from "@/server/services/bulk/receive-bulk-job";

const MOST_LINE_CHARACTERS = 64_000;

/** The lines of a stream as they come, each as something to take in, or why it is nothing. */
export async function* readItemLines<S extends z.ZodType>(
  stream: ReadableStream<Uint8Array>,
  schema: S,
  toItem: (line: z.output<S>) => BulkItem,
): AsyncGenerator<ReceivedLine> {
  for await (const line of readLines(stream, MOST_LINE_CHARACTERS)) yield itemOf(line, schema, toItem);
}

function itemOf<S extends z.ZodType>(
  { lineNumber, text }: StreamLine,
  schema: S,
  toItem: (line: z.output<S>) => BulkItem,
): ReceivedLine {
  if (text === null) return { lineNumber, error: { code: "too_large", message: "The line is too long." } };
  const read = readJson(text);
  if (!read.ok) return { lineNumber, error: { code: "malformed", message: "The line is not JSON." } };
  const parsed = schema.safeParse(read.value);
  if (parsed.success) return { lineNumber, item: toItem(parsed.data) };
  return { lineNumber, error: { code: "meaningless", message: z.prettifyError(parsed.error).slice(0, 1000) } };
}

function readJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
