import type { FileReason } from "@/server/domain/refusal/refusal-reason";

const SAMPLE_BYTES = 65_536;
// UTF-8 read as Windows-1252 and saved again: "Ã¸", "Ã©", "â€™", "Â ".
const MOJIBAKE = /Ã[\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac]|â€|Â[\u00a0-\u00bf]/;

/** Something to know about a text that was read all the same. */
export interface TextNotice {
  readonly code: "encoding_guessed" | "damaged_characters" | "mojibake";
  readonly message: string;
}

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly notices: TextNotice[];
}

/** The bytes are no text that anybody could read; the message says what to do instead. */
export class UndecodableText extends Error {
  constructor(
    readonly why: FileReason,
    message: string,
  ) {
    super(message);
  }
}

/**
 * A file's bytes as text. By byte order mark, else UTF-16 by its pattern of zeros, else UTF-8; what is not UTF-8 is read
 * as Windows-1252 with a notice. Throws
 * `UndecodableText` for bytes that are none (zeros, control characters) and for unknown encodings.
 */
export function decodeText(bytes: Uint8Array, wanted?: string): DecodedText {
  const decoded = wanted ? decodeAs(bytes, wanted) : decodeByLook(bytes);
  const notices = [...decoded.notices];
  const slip = MOJIBAKE.exec(decoded.text);
  if (slip) {
    const start = Math.max(0, slip.index - 8);
    const sample =
      decoded.text
        .slice(start, slip.index + 10)
        .split(/[\n,;\t"]/)
        .find((part) => MOJIBAKE.test(part)) ?? slip[0];
    const message = `Some letters look garbled (“${sample.trim()}”): the file was probably saved in the wrong encoding before. Export it again as UTF-8.`;
    notices.push({ code: "mojibake", message });
  }
  return { ...decoded, notices };
}

function decodeByLook(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeUtf8(bytes);
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs(bytes, "utf-16le");
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs(bytes, "utf-16be");
  const utf16 = guessUtf16(bytes);
  if (utf16) return decodeAs(bytes, utf16);
  if (bytes.includes(0)) {
    throw new UndecodableText(
      { reason: "binary", kind: "no-text" },
      "This file is not text: it has zero bytes in it. Save the table as .xlsx or .csv and try again.",
    );
  }
  return decodeUtf8(bytes);
}

function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", notices: [] };
  } catch {
    return decodeDamagedUtf8(bytes) ?? decodeWindows1252(bytes);
  }
}

/** UTF-8 with a few broken places (a file cut off, two files pasted together) rather than another encoding. */
function decodeDamagedUtf8(bytes: Uint8Array): DecodedText | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  let broken = 0;
  let good = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) good++;
  }
  if (broken === 0 || good < broken * 20) return undefined;
  const message = `${broken} ${broken === 1 ? "character" : "characters"} could not be read and became “\ufffd”. Check the rows that show it.`;
  return { text, encoding: "utf-8", notices: [{ code: "damaged_characters", message }] };
}

function decodeWindows1252(bytes: Uint8Array): DecodedText {
  let control = 0;
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) control++;
  if (control > bytes.length / 1000) {
    throw new UndecodableText(
      { reason: "undecodable" },
      "This file is not readable text. Save the table as .xlsx, or as .csv in UTF-8, and try again.",
    );
  }
  const text = new TextDecoder("windows-1252").decode(bytes);
  const message = "The file is not UTF-8 and was read as Windows-1252 (Western European). Check names with accents.";
  return { text, encoding: "windows-1252", notices: [{ code: "encoding_guessed", message }] };
}

function decodeAs(bytes: Uint8Array, label: string): DecodedText {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return { text: decoder.decode(bytes), encoding: decoder.encoding, notices: [] };
  } catch {
    throw new UndecodableText(
      { reason: "undecodable" },
      `This file could not be read as ${label}. Save it as .csv in UTF-8 and try again.`,
    );
  }
}

/** Latin text in UTF-16 without a mark has a zero in every second byte. */
function guessUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length < 8) return undefined;
  const zeros = [0, 0];
  for (let index = 0; index < length; index++) {
    if (bytes[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros.map((count) => count / (length / 2));
  if (odd > 0.5 && even < 0.1) return "utf-16le";
  if (even > 0.5 && odd < 0.1) return "utf-16be";
  return undefined;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
