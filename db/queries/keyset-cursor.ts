import "server-only";
import { z } from "zod";

const cursorSchema = z.tuple([z.string().nullable(), z.string()]);

/** Where a page ended: the last row's sort value and key. Opaque to whoever carries it. */
export interface KeysetCursor {
  readonly value: string | null;
  readonly key: string;
}

export function encodeCursor({ value, key }: KeysetCursor): string {
  return Buffer.from(JSON.stringify([value, key])).toString("base64url");
}

/** Undefined for a text that no page has given out. */
export function decodeCursor(text: string): KeysetCursor | undefined {
  try {
    const [value, key] = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { value, key };
  } catch {
    return undefined;
  }
}
