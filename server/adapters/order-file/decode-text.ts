import { type DecodedText, decodeText as decode, UndecodableText } from "@/server/domain/intake/decode-text";
import { refuseFile } from "./order-file-refusal";

/** A file's bytes as text; bytes that are none are a refusal of the file. */
export function decodeText(bytes: Uint8Array, wanted?: string): DecodedText {
  try {
    return decode(bytes, wanted);
  } catch (error) {
    if (error instanceof UndecodableText) return refuseFile(error.why, error.message);
    throw error;
  }
}
